#include "clean/notice_grammars.h"

namespace winnow::cleaning {
namespace {

// In each: share bars, follow us, read also, newsletters, copyright, credits, about the company, comments, tags, and
// reporting, closing and printing.
constexpr std::string_view kEnglish[] = {
    "{Share|Tweet|Post|Email} this {story|article|page|post} {on|via|with friends on} "
    "{Facebook|Twitter|WhatsApp|LinkedIn|Reddit}{| and {Telegram|Pinterest}}",
    "{Please share|Share} {this|our} {story|article} with {your friends|your colleagues|your network}{| on "
    "{Facebook|Twitter}}",
    "{Follow|Join|Find|Like} us on {Facebook|Twitter|Instagram|YouTube|TikTok|Threads}{| and "
    "{Telegram|LinkedIn|Bluesky}}{| for {the latest news|more stories|daily updates}}",
    "{Read|See|Watch} {also|more|next}: {The bridge that nobody wanted|Why the ferry stays in port|How the mill was "
    "saved}",
    "{Related|Also read|Read next}: {The bridge that nobody wanted|Why the ferry stays in port}",
    "{Sign up for|Subscribe to|Get|Join} our {free|daily|weekly|morning} {newsletter|email newsletter|news "
    "alerts|briefing}{| today| now| here}",
    "{Want|Enjoy} {more stories|more news} {like this|from us}? {Sign up|Subscribe} {now|here|today} {for|to} our "
    "{newsletter|daily email|app}",
    "{Get|Receive} the {latest|top} {news|stories|headlines} {delivered|sent} {straight|directly} to your "
    "{inbox|phone|mailbox}",
    "{Copyright|©} 20{19|21|24} {Harbour Gazette|Example Media Ltd}. {All rights reserved.|No reproduction without "
    "permission.}",
    "{This material|No part of this article|This content} may not be {published, broadcast or redistributed|reproduced "
    "or republished} without {written permission|prior written consent}.",
    "{Editing|Reporting|Photo|Additional reporting|Translation} by: {Ruth Hale|Noah Reed|Grace Obi}",
    "{Editor|Photo credit|Image source|Source|Text and photos}: {Ruth Hale|Noah Reed|The Harbour Gazette}",
    "About {Acme Corp|Borealis Ltd}: {Acme|Borealis} is a {leading|global} provider of {pumps|valves|ferries}, founded "
    "in 19{81|94}, with {offices|customers|employees} in {30|45} countries worldwide.",
    "{Leave|Post|Add|Write} a comment{| below| here}",
    "{What do you think|What's your opinion}? {Leave a comment|Join the discussion|Share your thoughts} {below|in the "
    "comments}",
    "{Tags|Topics|Keywords|Filed under}: {bridges|ferries|mills}, {rivers|trade|coast}{|, {weather|harbours}}",
    "{Report|Flag} {an error|a typo|a mistake|a problem}{| in this article| on this page}",
    "{Close|Dismiss} {this window|window|this page}",
    "{Print|Email} this {article|page|story}",
};
constexpr std::string_view kEnglishProse[] = {
    "The {company|harbour board|museum} asked its {members|visitors|tenants} to subscribe to a newsletter, but {only "
    "nine of them|fewer than a hundred people} did.",
    "{Share prices|Shares} in {Facebook's parent|the ferry company} fell by {a tenth|three per cent} on "
    "{Monday|Friday} after the {report|storm}.",
    "{He|She} read the {letter|article} twice, then {closed the window|printed a copy} and {went to bed|called the "
    "editor}.",
    "{Comments by the minister|A comment on Twitter} drew {anger|criticism} from {farmers|both sides of the river}, "
    "who said {the plan was late|nobody had asked them}.",
    "{All rights to the song|The copyright on the map} {belong to|went to} the {widow|village choir}, a court in "
    "{Leeds|Bristol} ruled on {Tuesday|Thursday}.",
    "{Report cards|Reports of errors in the count} {reached|were sent to} the {council|school} {a week late|before the "
    "vote}, the {clerk|teacher} said.",
    "{Follow the river|Follow the old wall} for {two miles|an hour} and you reach the {mill|chapel} where {the monks "
    "lived|the path ends}.",
    "{Join the two halves|Print the pattern} {with glue|on thick paper}, let it {dry|rest} for an hour, and {sand the "
    "edge|cut along the line}.",
};
constexpr std::string_view kGerman[] = {
    "{Artikel|Beitrag|Diesen Artikel|Diese Seite} {teilen|weiterempfehlen|versenden}{| auf "
    "{Facebook|Twitter|WhatsApp|Xing}}",
    "{Teilen|Empfehlen} Sie {diesen Artikel|diesen Beitrag|diese Seite} {auf Facebook|mit Freunden|mit Ihren Freunden "
    "auf WhatsApp}",
    "{Folgen Sie uns|Folgt uns|Besuchen Sie uns} {auf|bei} {Facebook|Instagram|Twitter|YouTube|TikTok}{| und "
    "{LinkedIn|Telegram}}",
    "{Lesen Sie auch|Mehr zum Thema|Lesen Sie dazu auch|Auch interessant}: {Die Brücke bleibt gesperrt|Warum die Fähre "
    "im Hafen bleibt}",
    "{Jetzt|Hier} {unseren|den kostenlosen|unseren täglichen} Newsletter {abonnieren|bestellen}",
    "{Melden Sie sich|Jetzt anmelden} {hier|jetzt|} für unseren {kostenlosen|täglichen|wöchentlichen} Newsletter{| an}",
    "{Erhalten Sie|Holen Sie sich} die {wichtigsten|neuesten} {Nachrichten|Meldungen} {täglich|jeden Morgen} direkt "
    "{in Ihr Postfach|per E-Mail|in unserer App}",
    "© 20{19|21|24} {Hafenbote|Beispiel Verlag}. Alle Rechte vorbehalten.",
    "{Nachdruck|Vervielfältigung|Weiterverbreitung} {nur mit Genehmigung|ohne Genehmigung nicht gestattet|verboten}. "
    "Alle Rechte vorbehalten.",
    "{Redaktion|Text|Foto|Bild|Quelle|Übersetzung}: {Anna Schmidt|Peter Lang|Hafenbote}",
    "Über {Acme|Borealis}: {Acme|Borealis} ist ein {führender|weltweit führender} Anbieter von {Pumpen|Ventilen} mit "
    "Sitz in {Bremen|Mainz} und beschäftigt {400|9000} Mitarbeiter weltweit.",
    "{Schreiben Sie|Hinterlassen Sie} {einen|Ihren} Kommentar",
    "{Was ist Ihre Meinung|Ihre Meinung}? {Diskutieren Sie mit|Jetzt kommentieren}",
    "{Schlagworte|Themen|Stichworte|Tags}: {Brücken|Fähren}, {Handel|Küste}{|, {Wetter|Häfen}}",
    "{Fehler|Tippfehler} {melden|gefunden?}{| Hier melden}",
    "{Fenster|Seite} schließen",
    "{Artikel|Seite|Beitrag} {drucken|ausdrucken}",
};
constexpr std::string_view kGermanProse[] = {
    "Die {Gemeinde|Genossenschaft} teilte mit, dass {der Newsletter|die Zeitung} {eingestellt|verkauft} wird, weil {zu "
    "wenige|kaum noch} Leute ihn {lesen|bestellen}.",
    "Auf {Facebook|Twitter} {schrieb|postete} der {Bürgermeister|Trainer}, er habe {die Meldung|den Artikel} erst {am "
    "Abend|nach dem Spiel} gelesen.",
    "{Eine Anzeige|Ein Kommentar} in der {Zeitung|Lokalpresse} hatte den {Streit|Prozess} {ausgelöst|begonnen}, sagte "
    "{die Richterin|der Wirt}.",
    "Teilen wollte {er|sie} {das Haus|den Gewinn} {mit niemandem|nur mit der Schwester}, und so blieb {alles|der Hof} "
    "{leer|beim Alten}.",
    "Die Rechte an {dem Lied|der Karte} liegen bei {der Witwe|dem Verein}, entschied das Gericht am {Dienstag|Freitag} "
    "in {Bremen|Mainz}.",
    "{Den Fehler|Das Leck} meldete {ein Lehrling|eine Nachbarin}, bevor {die Maschine|der Zug} {anlief|losfuhr}.",
};
constexpr std::string_view kFrench[] = {
    "{Partagez|Partager|Envoyer} {cet article|cette page|cette actualité} {sur Facebook|sur Twitter|par e-mail|avec "
    "vos amis|sur WhatsApp}",
    "{Suivez-nous|Retrouvez-nous|Rejoignez-nous} sur {Facebook|Instagram|Twitter|YouTube|Telegram}{| et "
    "{LinkedIn|TikTok}}",
    "{À lire aussi|Lire aussi|À voir aussi|Lire également} : {Le pont reste fermé|Pourquoi le bac ne part plus}",
    "{Abonnez-vous|Inscrivez-vous} {gratuitement |}à notre {newsletter|lettre quotidienne|infolettre}{| quotidienne| "
    "gratuite}",
    "Recevez {chaque jour|chaque matin|gratuitement} {nos dernières actualités|toute l'actualité|les dernières infos} "
    "{dans votre boîte mail|par e-mail}",
    "© 20{19|21|24} {La Gazette du Port|Exemple Médias}. Tous droits réservés.",
    "{Reproduction|Diffusion|Toute reproduction} {interdite|totale ou partielle interdite} sans "
    "{autorisation|autorisation écrite préalable}.",
    "{Rédaction|Photo|Crédit photo|Source|Traduction} : {Lucie Moreau|Jean Barral|La Gazette}",
    "À propos {de|d'} {Acme|Borealis} : {Acme|Borealis} est un leader mondial, une entreprise fondée en 19{81|94}, "
    "avec {400|9000} salariés et des clients dans {30|45} pays.",
    "{Laissez|Écrivez|Ajoutez} un commentaire",
    "{Donnez|Partagez} votre avis {dans les commentaires|en commentaire}",
    "{Mots-clés|Thèmes|Étiquettes|Tags} : {ponts|bacs}, {commerce|littoral}{|, {météo|ports}}",
    "{Signaler|Signalez} {une erreur|une faute|une coquille}{| dans cet article| dans le texte}",
    "Fermer {la fenêtre|cette page|cette fenêtre}",
    "Imprimer {cet article|la page|cette page}",
};
constexpr std::string_view kFrenchProse[] = {
    "Le {maire|meunier} a partagé {son pain|la récolte} avec {les voisins|trois familles}, qui {n'avaient "
    "rien|attendaient depuis mardi}.",
    "{Sur Facebook|Dans un commentaire}, {la ministre|le directeur} a {reconnu|nié} une erreur {de calcul|dans le "
    "contrat} {vendredi|lundi} soir.",
    "Les droits {de la chanson|du film} {appartiennent|reviennent} à {la veuve|la commune}, a {jugé|décidé} le "
    "tribunal de {Lyon|Nantes}.",
    "{La newsletter|La lettre} de {l'association|la mairie} {annonçait|promettait} une fête que {personne n'a vue|la "
    "pluie a annulée}.",
    "{Il|Elle} a lu {l'article|la page} {deux fois|à voix haute}, puis {a fermé la fenêtre|a imprimé la carte} et {est "
    "parti|s'est couché}.",
    "Suivre {la rivière|le mur} pendant {une heure|deux kilomètres} mène à {la chapelle|l'ancien four}, où {vivaient "
    "des moines|le sentier finit}.",
};
constexpr std::string_view kSpanish[] = {
    "{Comparte|Compartir|Envía} {esta noticia|este artículo|esta página} {en Facebook|en Twitter|por WhatsApp|con tus "
    "amigos|por correo}",
    "{Síguenos|Encuéntranos|Únete a nosotros} en {Facebook|Instagram|Twitter|YouTube|Telegram}{| y {LinkedIn|TikTok}}",
    "{Lea también|Lee también|Ver también|Te puede interesar|Más información}: {El puente sigue cerrado|Por qué no "
    "sale la barca}",
    "{Suscríbete|Suscríbase|Regístrate|Apúntate} {gratis |}a {nuestro boletín|nuestra newsletter|nuestro boletín "
    "diario}{| aquí| ahora}",
    "{Recibe|Reciba} {cada día|gratis|cada mañana} {las últimas noticias|nuestras mejores historias} en tu "
    "{correo|bandeja de correo}",
    "© 20{19|21|24} {Gaceta del Puerto|Medios Ejemplo}. Todos los derechos reservados.",
    "{Prohibida la reproducción|Queda prohibida la reproducción} {total o parcial|y distribución} sin "
    "{autorización|autorización previa}.",
    "{Redacción|Foto|Fuente|Edición|Traducción}: {Luis Ortega|María Salas|La Gaceta}",
    "Sobre {Acme|Borealis}: {Acme|Borealis} es una empresa líder fundada en 19{81|94} con sede en {Bilbao|Sevilla}, "
    "{400|9000} empleados y clientes en {30|45} países.",
    "{Deja|Escribe|Añade} {un|tu} comentario",
    "{Comparte|Danos} tu opinión en los comentarios",
    "{Etiquetas|Temas|Palabras clave|Tags}: {puentes|barcas}, {comercio|costa}{|, {tiempo|puertos}}",
    "{Reportar|Avísanos de|Corrige} un error{| en esta noticia| en este artículo}",
    "Cerrar {ventana|esta ventana|esta página}",
    "Imprimir {este artículo|esta página|esta noticia}",
};
constexpr std::string_view kSpanishProse[] = {
    "{El alcalde|La pastora} compartió {el queso|la leña} con {los vecinos|tres familias} que {no tenían "
    "nada|esperaban desde el martes}.",
    "En {Facebook|un comentario}, {la ministra|el director} {reconoció|negó} un error {de cálculo|en el contrato} el "
    "{viernes|lunes} por la noche.",
    "Los derechos {de la canción|del mapa} {pertenecen|pasaron} a {la viuda|la aldea}, {falló|decidió} un tribunal de "
    "{Burgos|Cádiz}.",
    "{El boletín|La revista} de {la cofradía|la escuela} {anunciaba|prometía} una fiesta que {nadie vio|la lluvia "
    "suspendió}.",
    "{Leyó|Guardó} {el artículo|la carta} {dos veces|sin decir nada}, {cerró la ventana|imprimió una copia} y {se fue "
    "a dormir|llamó a su hermana}.",
    "Seguir {el río|la muralla} durante {una hora|dos kilómetros} lleva a {la ermita|el viejo horno}, donde {vivían "
    "los monjes|acaba la senda}.",
};
constexpr std::string_view kPortuguese[] = {
    "{Compartilhe|Partilhe|Envie} {esta notícia|este artigo|esta página} {no Facebook|no Twitter|por WhatsApp|com seus "
    "amigos}",
    "{Siga-nos|Acompanhe-nos|Nos siga} no {Facebook|Instagram|Twitter|YouTube|Telegram}{| e no {LinkedIn|TikTok}}",
    "{Leia também|Veja também|Leia mais|Saiba mais}: {A ponte continua fechada|Por que o barco não sai}",
    "{Assine|Receba|Subscreva} {grátis |}{a nossa newsletter|o nosso boletim|nossa newsletter diária}{| aqui| agora}",
    "{Receba} {todos os dias|grátis} as {últimas|principais} notícias no seu {e-mail|celular por e-mail}",
    "© 20{19|21|24} {Gazeta do Porto|Mídia Exemplo}. Todos os direitos reservados.",
    "{Proibida a reprodução|Reprodução proibida} {total ou parcial|e distribuição} sem {autorização|autorização "
    "prévia}.",
    "{Redação|Foto|Fonte|Edição|Tradução}: {Ana Lopes|Rui Valadares|A Gazeta}",
    "Sobre a {Acme|Borealis}: a {Acme|Borealis} é uma empresa líder fundada em 19{81|94}, com sede no {Porto|Recife}, "
    "{400|9000} colaboradores e clientes em {30|45} países.",
    "{Deixe|Escreva} {um|seu|o seu} comentário",
    "{Deixe|Dê} sua opinião nos comentários",
    "{Etiquetas|Assuntos|Palavras-chave|Tags}: {pontes|barcos}, {comércio|litoral}{|, {tempo|portos}}",
    "{Comunicar|Reportar|Relatar} {um erro|erro}{| nesta notícia| no texto}",
    "Fechar {janela|esta janela|esta página}",
    "Imprimir {este artigo|esta página|esta notícia}",
};
constexpr std::string_view kPortugueseProse[] = {
    "{O prefeito|A professora} dividiu {o pão|a lenha} com {os vizinhos|três famílias} que {não tinham nada|esperavam "
    "desde terça}.",
    "No {Facebook|comentário}, {a ministra|o diretor} {admitiu|negou} um erro {de cálculo|no contrato} na noite de "
    "{sexta|segunda}.",
    "Os direitos {da canção|do mapa} {pertencem|passaram} à {viúva|aldeia}, {decidiu|julgou} um tribunal de "
    "{Braga|Olinda}.",
    "{O boletim|A revista} da {escola|paróquia} {anunciava|prometia} uma festa que {ninguém viu|a chuva cancelou}.",
    "{Leu|Guardou} {o artigo|a carta} {duas vezes|sem falar}, {fechou a janela|imprimiu uma cópia} e {foi dormir|ligou "
    "à irmã}.",
    "Seguir {o rio|o muro} durante {uma hora|dois quilômetros} leva à {capela|velha forja}, onde {viviam os "
    "monges|acaba a trilha}.",
};
constexpr std::string_view kItalian[] = {
    "{Condividi|Invia|Consiglia} {questo articolo|questa notizia|questa pagina} {su Facebook|su Twitter|via "
    "WhatsApp|ai tuoi amici|via email}",
    "{Seguici|Seguiteci} su {Facebook|Instagram|Twitter|YouTube|Telegram}{| e {LinkedIn|TikTok}}",
    "{Leggi anche|Vedi anche|Guarda anche|Leggi pure}: {Il ponte resta chiuso|Perché il traghetto non parte}",
    "{Iscriviti|Abbonati|Registrati} {gratis |}alla nostra {newsletter|newsletter quotidiana|newsletter settimanale}{| "
    "qui| ora}",
    "{Ricevi} {ogni giorno|gratis|ogni settimana} le {ultime|migliori} notizie nella tua {casella di posta|email}",
    "© 20{19|21|24} {Gazzetta del Porto|Media Esempio}. Tutti i diritti riservati.",
    "{Riproduzione|Diffusione} {vietata|riservata} senza {autorizzazione|consenso}. Diritti riservati.",
    "{Redazione|Foto|Fonte|Immagine|Traduzione}: {Ettore Salvi|Anna Riva|La Gazzetta}",
    "Informazioni su {Acme|Borealis}: {Acme|Borealis} è un'azienda leader fondata nel 19{81|94} con sede a "
    "{Genova|Bari}, {400|9000} dipendenti e clienti in {30|45} paesi.",
    "{Lascia|Scrivi|Aggiungi} un commento",
    "{Lascia|Scrivi} la tua opinione nei commenti",
    "{Etichette|Argomenti|Parole chiave|Tag}: {ponti|traghetti}, {commercio|costa}{|, {tempo|porti}}",
    "{Segnala|Segnalaci} un {errore|refuso}{| in questo articolo| nel testo}",
    "Chiudi {finestra|questa finestra|questa pagina}",
    "Stampa {questo articolo|questa pagina|la pagina}",
};
constexpr std::string_view kItalianProse[] = {
    "{Il sindaco|La maestra} divise {il pane|la legna} con {i vicini|tre famiglie} che {non avevano niente|aspettavano "
    "da martedì}.",
    "Su {Facebook|Twitter}, {la ministra|il direttore} ha {ammesso|negato} un errore {di calcolo|nel contratto} "
    "{venerdì|lunedì} sera.",
    "I diritti {della canzone|della mappa} {spettano|sono passati} {alla vedova|al paese}, ha {deciso|stabilito} il "
    "tribunale di {Parma|Lecce}.",
    "{Il bollettino|La rivista} della {parrocchia|scuola} {annunciava|prometteva} una festa che {nessuno ha visto|la "
    "pioggia ha fermato}.",
    "{Lesse|Conservò} {l'articolo|la lettera} {due volte|in silenzio}, {chiuse la finestra|stampò una copia} e {andò a "
    "dormire|chiamò la sorella}.",
    "Seguire {il fiume|le mura} per {un'ora|due chilometri} porta {alla cappella|al vecchio forno}, dove {vivevano i "
    "monaci|finisce il sentiero}.",
};
constexpr std::string_view kRussian[] = {
    "{Поделиться|Поделитесь} {новостью|статьей|материалом|этой публикацией} {в Facebook|ВКонтакте|с друзьями|в "
    "соцсетях|в Телеграме}",
    "{Подписывайтесь|Подпишитесь} на {наш канал|нашу страницу|нашу группу} {в Telegram|ВКонтакте|в Дзене|на YouTube}",
    "{Читайте также|Смотрите также|Читайте ещё|По теме}: {мост останется закрытым|почему паром стоит в порту}",
    "{Подпишитесь|Подписывайтесь} на {нашу|бесплатную|ежедневную} {рассылку|рассылку новостей}{| сейчас| здесь}",
    "{Получайте} {главные|последние|свежие} новости {каждый день|первыми} {на почту|в приложении|по почте}",
    "© 20{19|21|24} {Портовый вестник|Медиа Пример}. Все права защищены.",
    "{Перепечатка|Копирование|Использование материалов} без {разрешения|письменного согласия} {запрещено|запрещается}. "
    "Все права защищены.",
    "{Редактор|Фото|Источник|Перевод|Автор текста}: {Анна Белова|Олег Сомов|Портовый вестник}",
    "О компании {Акме|Бореалис}: {Акме|Бореалис} — ведущий поставщик насосов, компания основана в 19{81|94} году, "
    "{400|9000} сотрудников и клиенты в {30|45} странах мира.",
    "{Оставьте|Напишите|Добавить} комментарий",
    "{Оставьте|Напишите} своё мнение в комментариях",
    "{Теги|Темы|Метки|Ключевые слова}: {мосты|паромы}, {торговля|берег}{|, {погода|порты}}",
    "{Сообщить|Сообщите} об {ошибке|опечатке}{| в тексте| на странице}",
    "Закрыть {окно|страницу|это окно}",
    "Распечатать {статью|страницу|материал}",
};
constexpr std::string_view kRussianProse[] = {
    "{Капитан|Мэр} поделился {хлебом|дровами} с {соседями|тремя семьями}, у которых {ничего не было|кончилась мука}.",
    "В {Facebook|комментарии} {министр|директор} {признал|отрицал} ошибку {в расчётах|в договоре}, допущенную {в "
    "пятницу|в понедельник}.",
    "Права на {песню|карту} {принадлежат|перешли} {вдове|деревне}, решил суд в {Твери|Омске}.",
    "{Рассылка|Газета} {школы|общины} {обещала|объявила} праздник, который {никто не увидел|сорвал дождь}.",
    "{Он|Она} {прочитал|сохранил} {статью|письмо} {дважды|молча}, {закрыл окно|распечатал копию} и {лёг спать|позвонил "
    "сестре}.",
    "{Друзья|Соседи} {читали|слушали} {новости|сказки} {на кухне|у печи}, пока {не погас свет|не пришёл паром}.",
};
constexpr std::string_view kPolish[] = {
    "{Udostępnij|Prześlij|Poleć} {ten artykuł|tę stronę|ten tekst} {na Facebooku|na Twitterze|znajomym|przez WhatsApp}",
    "{Obserwuj nas|Śledź nas|Polub nas|Dołącz do nas} na {Facebooku|Instagramie|Twitterze|YouTube}{| i "
    "{LinkedIn|TikTok}}",
    "{Czytaj także|Zobacz też|Przeczytaj również|Czytaj więcej}: {Most pozostaje zamknięty|Dlaczego prom stoi w "
    "porcie}",
    "{Zapisz się|Subskrybuj} {na|bezpłatnie} {nasz|codzienny} newsletter{| tutaj| teraz}",
    "{Otrzymuj} {codziennie|bezpłatnie} najważniejsze wiadomości {prosto|} na {swoją skrzynkę|e-mail}",
    "© 20{19|21|24} {Gazeta Portowa|Media Przykład}. Wszelkie prawa zastrzeżone.",
    "{Kopiowanie|Rozpowszechnianie|Przedruk} {bez pisemnej zgody|bez zgody} zabronione. Wszelkie prawa zastrzeżone.",
    "{Redakcja|Zdjęcie|Źródło|Opracowanie|Tłumaczenie}: {Jan Wilczek|Ewa Nowak|Gazeta Portowa}",
    "O firmie {Acme|Borealis}: {Acme|Borealis} to wiodący dostawca pomp, firma założona w 19{81|94} roku, zatrudnia "
    "{400|9000} pracowników i ma klientów w {30|45} krajach.",
    "{Dodaj|Napisz|Zostaw} komentarz",
    "{Napisz|Podziel się} swoją opinią w komentarzach",
    "{Tagi|Tematy|Słowa kluczowe|Kategorie}: {mosty|promy}, {handel|wybrzeże}{|, {pogoda|porty}}",
    "{Zgłoś|Zgłaszaj} {błąd|literówkę|błędy}{| w artykule| na stronie}",
    "Zamknij {okno|tę stronę|to okno}",
    "{Drukuj|Wydrukuj} {artykuł|stronę|ten artykuł}",
};
constexpr std::string_view kPolishProse[] = {
    "{Burmistrz|Młynarz} podzielił się {chlebem|drewnem} z {sąsiadami|trzema rodzinami}, które {nie miały nic|czekały "
    "od wtorku}.",
    "Na {Facebooku|Twitterze} {ministra|dyrektor} {przyznała|zaprzeczył}, że {w obliczeniach|w umowie} był błąd, który "
    "{odkryto|poprawiono} w {piątek|poniedziałek}.",
    "Prawa do {piosenki|mapy} {należą|przeszły} do {wdowy|wsi}, orzekł sąd w {Toruniu|Kielcach}.",
    "{Newsletter|Gazetka} {szkoły|parafii} {zapowiadał|obiecywała} festyn, którego {nikt nie zobaczył|nie było przez "
    "deszcz}.",
    "{Przeczytał|Schował} {artykuł|list} {dwa razy|w milczeniu}, {zamknął okno|wydrukował kopię} i {poszedł "
    "spać|zadzwonił do siostry}.",
    "{Znajomi|Sąsiedzi} {czytali|słuchali} {wiadomości|bajek} {w kuchni|przy piecu}, aż {zgasło światło|przypłynął "
    "prom}.",
};
constexpr std::string_view kChinese[] = {
    "{分享|转发}{本文|这篇文章|文章}{到|至|给}{微信|朋友圈|微博|微信好友|QQ空间}{|和{微博|好友}}",
    "{一键|点击右上角|点击按钮}{分享|转发}{给好友|到朋友圈|到微博}",
    "{关注|欢迎关注|请关注|扫码关注|长按二维码关注}{我们的|官方|本站}{公众号|微信公众号|视频号|微博|头条号}{|"
    "，获取更多{资讯|精彩内容|新闻}}",
    "{延伸阅读|相关阅读|推荐阅读|相关报道}：{大桥仍然关闭|渡轮为何停航}",
    "{立即|免费|点击}{订阅|下载|注册}{我们的|本站}{电子报|邮件简报|新闻客户端|APP}{|，{第一时间|每天}获取{最新资讯|"
    "独家新闻}}",
    "{版权所有|著作权归本站所有}，未经{授权|书面授权|许可}{不得|禁止|严禁}{转载|复制|转载、摘编}{|，违者必究}。",
    "本文{版权归|著作权归}{海港日报|江城网}所有，{转载请注明出处|未经许可请勿转载}。",
    "{责任编辑|责编|校对|图片来源|来源|摄影|监制|翻译}：{王小明|陈思远|海港日报}",
    "关于{海川集团|北极星公司}：{海川|北极星}成立于19{81|94}年，是全球领先的{水泵|阀门}供应商，总部位于{青岛|宁波}"
    "，员工{四百|九千}人，客户遍及全球。",
    "{我要|发表|参与|查看}{评论|留言|讨论}",
    "{欢迎|请}{在评论区|在下方}{留言|发表}{您的看法|你的看法|你的评论}",
    "{标签|关键词|话题|分类}：{桥梁|渡轮} {贸易|海岸}{| {天气|港口}}",
    "{发现{错别字|错误|侵权}，请{反馈|举报|指正}|我要{纠错|举报}|点击{纠错|举报}}",
    "{点击|}关闭{窗口|本页|页面}",
    "{打印|点击打印}{本页|本文|文章}",
};
constexpr std::string_view kChineseProse[] = {
    "{船长|村长}把{面包|木柴}分享给了{三户人家|邻居们}，他们{从周二起就在等|什么也没有}。",
    "{部长|校长}在{微博|朋友圈}上{承认|否认}，{合同|预算}里有一处错误，{周五|周一}晚上才被发现。",
    "法院{认为|判决}，这首{歌|诗}的版权{属于|转给了}{寡妇|合作社}，{书商|电台}应当赔偿{三万|九千}元。",
    "{学校|教堂}的{简报|通知}说{周日|节后}有一场{集会|音乐会}，可是{没有人来|下了整整一天雨}。",
    "{他|她}把{文章|信}读了{两遍|很久}，{关上窗户|打印了一份}，{就去睡了|给妹妹打了电话}。",
    "{记者|编辑}{跟着|关注}{渡轮|大桥}已经{三年|半年}，{写下的笔记|拍下的照片}装满了{一个柜子|两只箱子}。",
};
constexpr std::string_view kJapanese[] = {
    "この{記事|ページ|ニュース}を{シェア|シェアする|ツイート|共有する}",
    "{Facebook|Twitter|LINE}で{シェア|シェアする|送る}",
    "{公式|公式の}{Twitter|アカウント|チャンネル|LINE}を{フォロー|フォローする|フォローしてください}",
    "{関連記事|あわせて読みたい|こちらも|関連ニュース}：{橋は閉鎖のまま|なぜ渡し船は出ないのか}",
    "{無料の|毎日の|最新の}{メルマガ|ニュースレター|メールマガジン}に{登録|登録する|ご登録ください}",
    "{最新|毎日の}{ニュース|情報}を{メール|アプリ}で{お届け|お届けします|受け取る}",
    "© 20{19|21|24} {港日報|例文社} {無断転載を禁じます|無断複製・転載禁止}",
    "{無断転載|無断での複製・転載|記事の無断転載}{を禁じます|は禁止|禁止}。著作権は{港日報|例文社}に帰属します。",
    "{編集|写真|撮影|取材|出典|翻訳|画像提供}：{佐藤一郎|鈴木花子|港日報}",
    "{会社概要|アクメ社について}：{アクメ社|当社}は19{81|94}年に設立された世界大手のポンプ企業で、本社は{神戸|仙台}"
    "、従業員は{四百|九千}人。",
    "コメントを{書く|する|投稿する|見る}",
    "{ご意見|感想}を{コメント|コメント欄で}お{聞かせください|待ちしています}",
    "{タグ|キーワード|カテゴリー|カテゴリ}：{橋|渡し船}、{貿易|海岸}{|、{天気|港}}",
    "{誤字|記事の誤り|間違い|問題}を{報告|報告する|指摘する|通報}",
    "{ウィンドウ|ページ|画面}を閉じる",
    "{この|}{記事|ページ}を印刷{|する}",
};
constexpr std::string_view kJapaneseProse[] = {
    "{船長|村長}は{パン|薪}を{三軒の家|隣の人々}に分け、{火曜から待っていた|何も持たない}人たちは{泣いた|頭を下げた}。",
    "{大臣|校長}は{金曜|月曜}の夜、{ツイッター|会見}で{計算|契約}の誤りを{認めた|否定した}と{新聞|ラジオ}が伝えた。",
    "{歌|地図}の著作権は{妻|村}に{ある|移った}と、{仙台|神戸}の裁判所が{火曜日|木曜日}に判断した。",
    "{学校|寺}の{会報|メールマガジン}は{祭り|音楽会}を{約束した|知らせた}が、{雨で流れた|誰も来なかった}。",
    "{彼|彼女}は{記事|手紙}を{二度|黙って}読み、{窓を閉めて|一枚印刷して}から{眠った|妹に電話した}。",
    "{記者|編集者}は{三年|半年}の間{渡し船|橋}を追い、{ノート|写真}で{棚が一つ|箱が二つ}いっぱいになった。",
};
constexpr std::string_view kKorean[] = {
    "{이 기사를|기사|이 글을|뉴스} {공유하기|공유해 주세요|친구에게 공유하기}",
    "{페이스북|트위터|카카오톡}{으로|에} {기사|뉴스|이 글} {공유|공유하기|보내기}",
    "{페이스북|인스타그램|유튜브|텔레그램}에서 {저희를|우리를} {팔로우하세요|만나보세요|구독하세요}",
    "{관련 기사|관련기사|추천 기사|함께 보기}: {다리는 여전히 폐쇄|나룻배는 왜 멈췄나}",
    "{무료|매일|지금} 뉴스레터를 {구독하세요|신청하세요|받아보세요}",
    "{최신|매일 최신} {뉴스를|소식을} {이메일로|앱으로|앱에서} {받아보세요|바로 확인하세요}",
    "© 20{19|21|24} {항구일보|예시미디어} {무단 전재 및 재배포 금지|무단전재 금지}",
    "{저작권자|저작권은} {항구일보|예시미디어}{|에 있습니다}, 무단 {전재|복제} 및 재배포 금지",
    "{편집|사진|출처|번역|자료 제공|그래픽}: {박도윤|이하은|항구일보}",
    "{회사 소개|회사소개}: {아크메는|보레알리스는} 19{81|94}년 설립된 세계 선도 펌프 기업으로 본사는 {부산|대전}, "
    "직원은 {400|9000}명이다",
    "댓글{|을} {쓰기|남기기|남겨주세요|작성하기}",
    "{여러분의|당신의} 의견을 댓글로 {남겨주세요|알려주세요}",
    "{태그|키워드|주제|분류}: {다리|나룻배}, {무역|해안}{|, {날씨|항구}}",
    "{오류|오탈자|기사 오류} {신고|신고하기|제보하기}",
    "{창|페이지} 닫기",
    "{기사|페이지|이 기사} {인쇄|인쇄하기|프린트}",
};
constexpr std::string_view kKoreanProse[] = {
    "{선장은|이장은} {빵을|장작을} {이웃 세 집과|늙은 부부와} 나누었고, {화요일부터 기다리던|아무것도 없던} 사람들은 "
    "{고개를 숙였다|눈물을 흘렸다}.",
    "{장관은|교장은} {금요일|월요일} 밤 {페이스북에|기자들에게} {계산의|계약의} 오류를 {인정한다고|부인한다고} 적었다.",
    "법원은 {노래의|지도의} 저작권이 {아내에게|마을에} {있다고|넘어갔다고} {화요일|목요일} {부산에서|대전에서} "
    "판결했다.",
    "{학교의|성당의} {소식지는|뉴스레터는} {잔치를|음악회를} {약속했지만|알렸지만} {비가 와서 열리지 않았다|아무도 "
    "오지 않았다}.",
    "{그는|그녀는} {기사를|편지를} {두 번|말없이} 읽고 {창문을 닫은|한 장을 인쇄한} 뒤 {잠들었다|동생에게 전화했다}.",
    "{기자는|편집자는} {삼 년|반년} 동안 {나룻배를|다리를} 따라다녔고 {공책이|사진이} {책장 하나를|상자 두 개를} "
    "채웠다.",
};

constexpr NoticeLanguage kLanguages[] = {
    {"en", kEnglish, kEnglishProse},   {"de", kGerman, kGermanProse},         {"fr", kFrench, kFrenchProse},
    {"es", kSpanish, kSpanishProse},   {"pt", kPortuguese, kPortugueseProse}, {"it", kItalian, kItalianProse},
    {"ru", kRussian, kRussianProse},   {"pl", kPolish, kPolishProse},         {"zh-Hans", kChinese, kChineseProse},
    {"ja", kJapanese, kJapaneseProse}, {"ko", kKorean, kKoreanProse},
};

}  // namespace

std::span<const NoticeLanguage> notice_languages() { return kLanguages; }

}  // namespace winnow::cleaning
