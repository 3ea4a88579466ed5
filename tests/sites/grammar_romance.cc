#include "sites/grammars.h"

namespace winnow::sites {

const Grammar kFrenchGrammar = {
    .language = "fr",
    .given_names =
        "Élodie|Mathieu|Camille|Jean-Luc|Aïcha|Thibault|Solène|Gérard|Noémie|Bastien|Hélène|Youssef|"
        "Margaux|Étienne|Clémence|Rémi",
    .family_names =
        "Lefèvre|Moreau|de La Tour|Benali|Garnier|Chevallier|Roussel|Pélissier|Marchand|Le Goff|Aubry|"
        "Delattre|Fontaine|Mercier",
    .name = "%g %f",
    .places =
        "Saint-Aubin|Montreval|la vallée de l’Orne|Belleroche|Port-Louis|Vauvert|Châteauneuf|les Sablons|"
        "Rochefontaine|l’île aux Moines",
    .organisations =
        "la mairie|le conseil régional|la chambre d’agriculture|le syndicat des enseignants|l’hôpital|"
        "la préfecture|l’agence de l’eau|la fédération des pêcheurs|la cour des comptes",
    .subjects =
        "%O|la maire de %L|un porte-parole|%P|les habitants de %L|le nouveau directeur, %P,|les agriculteurs|"
        "une association locale|l’opposition|la société|le tribunal|une poignée de bénévoles|les élus|"
        "l’ancien ministre",
    .predicates =
        "a repoussé l’ouverture du pont|réclame une nouvelle étude|prévoit d’investir %N millions d’euros|"
        "refuse de signer l’accord|a promis %N emplois|s’inquiète de la hausse des prix|"
        "a vendu l’ancienne gare|souhaite rouvrir la ligne|a publié un rapport de %N pages|"
        "conteste les chiffres|a confié le chantier à une entreprise de %L|espère terminer avant l’été|"
        "n’a reçu aucune réponse|a perdu son recours|accueillera %N familles",
    .tails =
        "après une longue réunion|pour la première fois depuis 2013|malgré les critiques|mardi soir à %L|"
        "avant la fin du mois|sans consulter le personnel|avec l’aide de la région|devant quelque %N personnes|"
        "à cause de la sécheresse|dans le cadre d’un vaste plan|un an plus tard que prévu",
    .sentences =
        "%S %V %W.|%S %V.|« Personne ne s’y attendait à %L », raconte %P, %N ans.|Selon %P, %S %V.|À %L, %S %V %W.|"
        "%S %V, tandis que %S %V.|« Il faudra bien trouver une solution », estime %P, %N ans.|"
        "Reste une question pour %P : qui paiera, si %S %V ?|Sur les %N personnes interrogées à %L, la plupart "
        "approuvent le projet %W.|"
        "%S %V, ce qui n’était pas arrivé depuis %N ans.|Interrogé %W sur le coût, %P renvoie à %O.|"
        "Pour %P, la décision est prise, puisque %S %V.|Tout a commencé %W, lorsque %S %V.",
    .titles =
        "%S %V|À %L, %S %V|Pourquoi %S %V|%L : %S %V|« Nous n’avions pas le choix » : %P raconte|"
        "%N millions d’euros pour %L|%P, une vie à %L|Ce que cache la décision de %O",
    .headings =
        "Une question d’argent pour %L|La suite selon %P|« On ne nous dit rien », dit %P|Retour à %L|%N chiffres "
        "contestés|"
        "Qui paiera à %L ?|Un long chemin pour %P"};

const Grammar kSpanishGrammar = {
    .language = "es",
    .given_names = "Lucía|Íñigo|Marta|Joaquín|Begoña|Andrés|Nuria|Álvaro|Pilar|Sergio|Ximena|Tomás|Inés|Rubén",
    .family_names =
        "Ibáñez|Quiroga|Fernández de Lara|Muñoz|Echeverría|Robledo|Casares|Otero|Villanueva|Peña|Salcedo|"
        "Zúñiga",
    .name = "%g %f",
    .places =
        "Villarreal del Monte|Puerto Alegre|la comarca|Fuentenueva|San Martín|el valle del Tormo|Castro Verde|"
        "Peñaluz|Aldea Mayor",
    .organisations =
        "el ayuntamiento|la diputación|el sindicato agrario|la autoridad portuaria|el hospital comarcal|"
        "la universidad|el consejo del agua|la fiscalía|la cámara de comercio",
    .subjects =
        "%O|la alcaldesa de %L|un portavoz|%P|los vecinos de %L|el nuevo director, %P,|los agricultores|"
        "una cooperativa|la oposición|la empresa|un grupo de voluntarios|la jueza|el antiguo ministro",
    .predicates =
        "ha aplazado las obras del puente|pide un segundo informe|invertirá %N millones de euros|"
        "rechaza la oferta|ha prometido %N empleos|teme una subida de los precios|ha vendido la vieja estación|"
        "quiere reabrir la línea|ha publicado un informe de %N páginas|pone en duda las cifras|"
        "espera terminar antes del verano|no ha recibido respuesta|ha perdido el recurso|acogerá a %N familias|"
        "ha firmado un contrato por %N años",
    .tails =
        "después de una larga reunión|por primera vez desde 2012|a pesar de las críticas|el martes en %L|"
        "antes de que acabe el mes|sin consultar a la plantilla|con ayuda de la región|ante unas %N personas|"
        "a causa de la sequía|un año más tarde de lo previsto",
    .sentences =
        "%S %V %W.|%S %V.|«Nadie lo esperaba en %L», cuenta %P, de %N años.|Según %P, %S %V.|En %L, %S %V %W.|"
        "%S %V, mientras que %S %V.|«Habrá que buscar otra salida», opina %P, de %N años.|"
        "Queda una pregunta para %P: ¿quién lo pagará si %S %V?|De las %N personas consultadas en %L, la mayoría "
        "aprueba el plan.|"
        "%S %V, algo que no ocurría desde hace %N años.|Para %P, la decisión está tomada, ya que %S %V.|"
        "Todo empezó %W, cuando %S %V.|%P recuerda que %S %V %W.",
    .titles =
        "%S %V|%L: %S %V|Por qué %S %V|«No teníamos elección»: habla %P|%N millones para %L|%P, una vida en %L|"
        "Lo que esconde la decisión de %O|%S %V %W",
    .headings =
        "Una cuestión de dinero en %L|Lo que viene, según %P|«Nadie nos cuenta nada», dice %P|De vuelta en %L|"
        "%N cifras discutidas|Quién paga en %L|Un camino largo para %P"};

const Grammar kPortugueseGrammar = {
    .language = "pt",
    .given_names = "João|Mariana|Antônio|Beatriz|Luís|Conceição|Rafael|Inês|Paulo|Teresa|Caio|Flávia|Otávio|Lívia",
    .family_names = "Gonçalves|da Silva|Araújo|Magalhães|Teixeira|de Souza|Brandão|Falcão|Nóbrega|Pimentel|Simões",
    .name = "%g %f",
    .places =
        "Vila Serena|Porto Claro|São Bento da Serra|o vale do Rio Manso|Campo Novo|Barra do Leste|Pedra Azul|"
        "Santa Rita",
    .organisations =
        "a prefeitura|a câmara municipal|o sindicato dos professores|a autoridade portuária|"
        "o hospital universitário|a companhia de água|o ministério público|a cooperativa agrícola",
    .subjects =
        "%O|a prefeita de %L|um porta-voz|%P|os moradores de %L|o novo diretor, %P,|os agricultores|"
        "uma associação local|a oposição|a empresa|um grupo de voluntários|a juíza|o antigo ministro",
    .predicates =
        "adiou as obras da ponte|pediu um segundo parecer|vai investir %N milhões de reais|recusou a proposta|"
        "prometeu %N empregos|teme um aumento dos preços|vendeu a velha estação|quer reabrir a linha|"
        "publicou um relatório de %N páginas|contesta os números|espera terminar antes do verão|"
        "não recebeu resposta|perdeu o recurso|vai receber %N famílias|assinou um contrato de %N anos",
    .tails =
        "depois de uma longa reunião|pela primeira vez desde 2012|apesar das críticas|na terça-feira em %L|"
        "antes do fim do mês|sem consultar os funcionários|com ajuda do estado|diante de umas %N pessoas|"
        "por causa da seca|um ano mais tarde do que o previsto",
    .sentences =
        "%S %V %W.|%S %V.|“Ninguém em %L esperava por isso”, conta %P, de %N anos.|Segundo %P, %S %V.|Em %L, %S %V %W.|"
        "%S %V, enquanto %S %V.|“Vamos ter de achar outra saída”, diz %P, de %N anos.|"
        "Fica uma pergunta para %P: quem vai pagar se %S %V?|Das %N pessoas ouvidas em %L, a maioria aprova o plano.|"
        "%S %V, o que não acontecia havia %N anos.|Para %P, a decisão está tomada, já que %S %V.|"
        "Tudo começou %W, quando %S %V.|%P lembra que %S %V %W.",
    .titles =
        "%S %V|%L: %S %V|Por que %S %V|“Não tínhamos escolha”: %P conta tudo|%N milhões para %L|"
        "%P, uma vida em %L|%S %V %W|O que esconde a decisão de %L",
    .headings =
        "Uma questão de dinheiro em %L|O que vem agora, segundo %P|“Ninguém nos diz nada”, diz %P|De volta a %L|"
        "%N números contestados|Quem paga em %L"};

}  // namespace winnow::sites
