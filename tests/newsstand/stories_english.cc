#include "newsstand/stories.h"

namespace winnow::newsstand {

std::vector<Story> english_stories() {
  return {
      {.path = "/en/2025/03/lighthouse-keeper.html",
       .language = "en",
       .section = "Coast",
       .title = "The last lighthouse keeper hands over the keys",
       .published = "2025-03-12T06:20:00+00:00",
       .author = "Miriam Calloway",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"Edwin Tarrow climbed the one hundred and twelve steps of Gull Point for the last time on Tuesday, "
            "carrying a thermos, a spare bulb and a logbook that goes back to 1938.",
            "The light has turned by itself for eleven years, so there was little to do. Mr Tarrow wiped the lenses, "
            "wrote down the wind, and drew a line under the last entry before he locked the door.",
            "Until now the harbour board had paid him a small wage to look after the building. From April the work "
            "goes to a contractor who will visit twice a year and watch the rest through a camera.",
            "Fishermen in the village say they will miss the man more than the lamp. When radios failed in the storm "
            "of 2013, it was Mr Tarrow who stood on the gallery and waved the boats in with a torch.",
            "The keys, all nineteen of them, now hang in the board's office. Nobody there knows what four of them "
            "open, and Mr Tarrow has promised to come by and explain."}},
      {.path = "/en/2025/03/potato-blight.html",
       .language = "en",
       .section = "Farming",
       .title = "A potato that shrugs off blight reaches the shops",
       .published = "2025-03-11T11:00:00+00:00",
       .author = "Joss Abernethy",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"After fourteen years of crossing and tasting, a new potato called Marlow Grey goes on sale this week. "
            "Its growers say it can stand a wet summer without a single spray.",
            "Blight costs farms in the county about nine million pounds in a bad year. Most of that is spent on "
            "fungicide, which has to be put on again after every heavy rain.",
            "The breeding station at Fernhill tried more than six thousand seedlings. Only three survived the fourth "
            "season, and two of those turned grey in the pan, which cooks would not forgive.",
            "Taste panels liked the third one best when it was baked. Shops will sell it at the price of ordinary "
            "potatoes for the first year, to find out whether anyone asks for it by name.",
            "Not every farmer is convinced. Blight changes, said Helen Marsh, who grows forty acres near the river, "
            "and a potato that is safe today may need help again in ten years' time."}},
      {.path = "/en/2025/03/bus-drivers.html",
       .language = "en",
       .section = "Transport",
       .title = "Night buses return as drivers accept a new rota",
       .published = "2025-03-09T19:30:00+00:00",
       .author = "Priya Lindqvist",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"Night buses will run again from the first of April, ending a gap of almost two years. Drivers voted by "
            "three to one for a rota that gives them two full nights off after every three at the wheel.",
            "The company had stopped the service because it could not fill the shifts. At the worst point, forty of "
            "a hundred and ten posts were empty and one route ran on only two nights a week.",
            "Hospital workers pressed hardest for the change. A survey last autumn found that a third of them walked "
            "home after late shifts, some of them for more than an hour.",
            "Fares stay the same as by day. The council will pay for the first six months and then look at the "
            "numbers; four hundred passengers a night would be enough to keep going.",
            "Two of the five routes will end at the railway station so that they meet the last train. If the train "
            "is late, the bus waits for up to fifteen minutes, which the old one never did."}},
      {.path = "/en/2025/03/stone-wall.html",
       .language = "en",
       .section = "Countryside",
       .title = "Volunteers rebuild a mile of wall, stone by stone",
       .published = "2025-03-07T08:45:00+00:00",
       .author = "Joss Abernethy",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"It took nine hundred and forty days, most of them wet, but the dry stone wall above Crake Fell is whole "
            "again. The last stone went in on Sunday to the sound of a single trumpet.",
            "The wall had been falling since a flood in the nineties. Sheep wandered through the gaps, walkers took "
            "stones for their cairns, and in places only a green line in the grass was left.",
            "A retired teacher, Agnes Pell, began the repair with six friends. By the second summer there were "
            "eighty names on the list, and a waiting list for the course that teaches the craft.",
            "A good waller lays about three yards a day and never picks up a stone twice. Beginners lay one yard and "
            "pick up every stone five times, Mrs Pell said, but the wall does not mind.",
            "The farmer who owns the fell has offered to supply tea for the next project, which is the wall on the "
            "other side of the same field."}},
      {.path = "/en/2025/03/choir-record.html",
       .language = "en",
       .section = "Culture",
       .title = "A village choir records its first album in a water tower",
       .published = "2025-03-05T13:15:00+00:00",
       .author = "Miriam Calloway",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"The echo inside the empty water tower at Long Sallow lasts for eleven seconds. That was reason enough for "
            "the village choir to carry twenty-six chairs up a ladder and sing there for a weekend.",
            "Nobody had asked what the tower would do to the altos. In the first hour every note seemed to arrive "
            "twice, and the conductor, Owen Dray, had them sing at half the usual speed.",
            "By Sunday they had found that the room preferred old music with few words. Nine songs were kept, among "
            "them a lullaby that had last been written down in 1871.",
            "The album costs eight pounds and the money goes towards a new roof for the hall. Three hundred copies "
            "were pressed, and the post office sold out of them before lunch on the first day.",
            "The water company has asked the choir to come back. It wants to know whether the tower at Upper Sallow, "
            "which is due to be pulled down, sounds any better."}},
      {.path = "/en/2025/02/bee-hotel.html",
       .language = "en",
       .section = "Countryside",
       .title = "Why the bees ignored the new hotel for a year",
       .published = "2025-02-26T10:30:00+00:00",
       .author = "Priya Lindqvist",
       .editor = "",
       .source = "The Harbour Gazette",
       .paragraphs =
           {"When the town put up twenty wooden hotels for wild bees, it expected guests by the summer. A year later "
            "eighteen of them were empty and two had been taken over by spiders.",
            "The biologist Karin Holt was called in and needed one afternoon. The holes had been drilled across the "
            "grain, so that fine splinters stuck out inside, and no bee risks its wings on those.",
            "The hotels also hung in the shade. Solitary bees want the morning sun, she explained, and they want it "
            "before the ants have had it.",
            "The town sanded the holes, turned every box to the south-east and planted clover beneath. This February, "
            "two weeks earlier than usual, the first mason bees moved in.",
            "The repair cost less than the sign that announces the project. The sign, which stands in the best of the "
            "sun, will be moved next month."}},
  };
}

}  // namespace winnow::newsstand
