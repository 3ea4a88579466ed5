#include "newsstand/stories.h"

namespace winnow::newsstand {

std::vector<Story> german_stories() {
  return {
      {.path = "/de/2025/03/baeckerei-nacht.html",
       .language = "de",
       .section = "Stadtleben",
       .title = "Die Bäckerei, die erst um Mitternacht öffnet",
       .published = "2025-03-11T07:45:00+01:00",
       .author = "Jörg Wüstenhagen",
       .editor = "",
       .source = "Elbblatt",
       .paragraphs =
           {"Wer bei Käthe Römer frische Brötchen kaufen möchte, muss früh aufstehen oder spät ins Bett gehen. Ihre "
            "Bäckerei öffnet um Mitternacht und schließt um sechs Uhr morgens.",
            "Auf die Idee kam sie während der Ausbildung. Die Öfen liefen ohnehin die ganze Nacht, und vor der "
            "Hintertür standen regelmäßig Taxifahrer, Pflegerinnen und Schichtarbeiter.",
            "Inzwischen verkauft sie pro Nacht rund achthundert Brötchen. Am besten läuft das Geschäft zwischen zwei "
            "und drei Uhr, wenn im nahen Klinikum die Pause beginnt.",
            "Die Genehmigung war mühsam, denn das Ladenschlussgesetz kennt diesen Fall nicht. Erst als Römer einen "
            "kleinen Stehtisch aufstellte und als Gaststätte galt, gab das Amt grünes Licht.",
            "Nur ein Problem ist geblieben: Sie selbst hat seit vier Jahren kein Frühstück mehr gegessen, das nicht "
            "eigentlich ein Abendessen war."},
       .encoding = "UTF-8",
       .header_label = "iso-8859-1",
       .meta_label = ""},
      {.path = "/de/2025/03/wasserrad.html",
       .language = "de",
       .section = "Energie",
       .title = "Ein altes Wasserrad versorgt wieder vierzig Häuser",
       .published = "2025-03-08T12:00:00+01:00",
       .author = "Silke Ahrens",
       .editor = "",
       .source = "Elbblatt",
       .paragraphs =
           {"Sechzig Jahre lang stand das Rad der Obermühle still, nun dreht es sich wieder. Statt Mehl liefert es "
            "Strom, und zwar genug für etwa vierzig Haushalte im Dorf.",
            "Eine Genossenschaft aus dreißig Familien hat die Anlage in zwei Wintern instand gesetzt. Die Schaufeln "
            "sind aus Lärche, das Lager stammt aus einer stillgelegten Papierfabrik.",
            "Umstritten war vor allem die Fischtreppe. Der Angelverein verlangte eine flachere Rampe, und am Ende "
            "wurde der Mühlgraben um elf Meter verlängert.",
            "Im trockenen August wird das Rad vermutlich stehen. Dafür läuft es im Winter, wenn die Solaranlagen auf "
            "den Dächern kaum etwas bringen, Tag und Nacht.",
            "Andere Gemeinden haben bereits angefragt. Die Genossenschaft gibt ihre Pläne kostenlos weiter, verlangt "
            "aber, dass die Besucher beim Reinigen des Rechens helfen."}},
      {.path = "/de/2025/02/stadtbibliothek.html",
       .language = "de",
       .section = "Kultur",
       .title = "Bohrmaschine statt Roman: Was die Bibliothek verleiht",
       .published = "2025-02-25T16:10:00+01:00",
       .author = "Jörg Wüstenhagen",
       .editor = "",
       .source = "Elbblatt",
       .paragraphs =
           {"In der Stadtbibliothek steht zwischen Krimis und Kochbüchern seit Kurzem ein Regal mit Werkzeug. Wer "
            "einen Ausweis hat, darf eine Bohrmaschine für eine Woche mitnehmen.",
            "Die Leiterin Ute Brandes hat vorher gezählt, wie lange eine Bohrmaschine im Leben benutzt wird. Es sind "
            "dreizehn Minuten, sagt sie, und dafür braucht nicht jeder eine eigene.",
            "Nach drei Monaten sind die Wartelisten länger als bei den neuen Romanen. Besonders begehrt sind eine "
            "Nähmaschine und ein Gerät, das feuchte Wände misst.",
            "Kaputt ging bislang nur ein Teppichreiniger. Der letzte Ausleiher hat ihn selbst repariert und einen "
            "Zettel mit der Anleitung beigelegt."}},
  };
}

}  // namespace winnow::newsstand
