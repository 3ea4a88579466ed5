#include "sites/grammars.h"

namespace winnow::sites {

const Grammar kEnglishGrammar = {
    .language = "en",
    .given_names =
        "Miriam|Edwin|Joss|Priya|Helen|Tobias|Nadia|Owen|Ruth|Marcus|Imogen|Callum|Sadia|Graham|Leona|Piers|"
        "Dorothy|Kwame|Alice|Fergus|Mei|Stanley|Yasmin|Hector",
    .family_names =
        "Calloway|Tarrow|Abernethy|Lindqvist|Marsh|Penhallow|Okafor|Draycott|Whitcombe|Sandler|Ferris|"
        "Hathersage|Bello|Quennell|Rowntree|Strand|Ingleby|Moss|Varga|Thackeray-Lowe|O’Hanlon|McAllister",
    .name = "%g %f",
    .places =
        "Gull Point|Fernhill|Marlow Bridge|Easterby|the old harbour|Kingsmere|Upper Thorley|Westgate|Saltmarsh|"
        "Cold Ashby|the Tollen valley|Port Lorne|Redcliffe|Hollin Street|Brackley Moor",
    .organisations =
        "the harbour board|the county council|the transport authority|the Fernhill breeding station|"
        "the water company|the teachers’ union|the museum trust|the savings bank|the school inspectorate|"
        "the coastguard|the planning committee|the energy regulator|the university hospital|the rail operator",
    .subjects =
        "the council|a group of residents|%O|a spokesman for %O|engineers at %L|%P|the committee|"
        "the owners of the mill|most of the shopkeepers|two former ministers|the new director, %P,|"
        "farmers around %L|a small firm in %L|the families affected|the judge|volunteers from %L|"
        "researchers who studied the river|%P, who runs the ferry,|nearly half of the drivers|the mayor of %L",
    .predicates =
        "voted to close the bridge|asked for another survey of the ground|spent %N million pounds on new pumps|"
        "rejected an offer worth %N million|plans to open a second depot|has promised to repay the loan|"
        "counted fewer than %N boats|warned that prices could rise by %N per cent|published a report of %N pages|"
        "agreed to share the cost of the repairs|called the decision a mistake|wants the old line to be reopened|"
        "lost the appeal|found cracks in the northern wall|bought the site for %N million|cancelled the autumn "
        "programme|"
        "will move to a smaller building|has hired %N apprentices|put off the opening once more|"
        "signed a contract for %N years|measured the noise along the road|denied that any money was missing|"
        "took %N samples from the lake|handed over the keys|expects to finish the work early",
    .tails =
        "after a meeting that lasted until midnight|before the end of the month|for the first time since 2011|"
        "in spite of the objections|at a hearing in %L|without consulting the staff|while the talks with %O went on|"
        "on Tuesday evening|because the tender had failed twice|as part of a wider plan for %L|"
        "with the help of a grant from %O|during the coldest week of the winter|a year later than intended|"
        "although only %N people had complained|to the surprise of its neighbours|under rules that came into force in "
        "April|"
        "when the figures were checked again|in front of some %N spectators",
    .sentences =
        "%S %V %W.|%S %V.|%W, %S %V.|“We never thought that %S would notice,” said %P.|"
        "%S %V, and %S %V %W.|According to %P, %S %V %W.|In %L, %S %V; nobody there was told.|"
        "“It is %N years since %S did anything like it,” %P recalled.|That may change, since %S %V %W.|"
        "What worries people in %L is that %S %V.|Of the %N who replied, most believe that %S %V.|"
        "%P, a member of %O, said that %S %V %W.|There is no sign yet that %S will give way %W.|"
        "“Ask anybody in %L,” said %P. “They will tell you that %S %V.”|Only %N of them stayed %W, after %S %V.|"
        "Asked why %S %V, %P pointed to %O.|It was not the only surprise: %S %V %W.",
    .titles =
        "%S %V|%S %V %W|%L: %S %V|Why %S %V|%P on what %L lost|“Nobody asked us”: how %S %V|%N years on, %S %V|"
        "How %L learned to live without %O|Questions for %O after vote in %L",
    .headings =
        "What %S wants next|A question of money for %L|“We had no choice”, says %P|Back in %L with %P|The view from %L "
        "%W|"
        "Promises and delays in %L|Who pays for %L|%N years of waiting for %O|%P has a second opinion|%N and other "
        "numbers from %L"};

}  // namespace winnow::sites
