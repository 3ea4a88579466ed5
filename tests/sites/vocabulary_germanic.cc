#include "sites/vocabularies.h"

namespace winnow::sites {

const std::string_view kEnglishWords = R"(
paper: The Harbour Gazette|Fernhill Herald|The Tollen Post|Saltmarsh Courier|Northern Ledger|The Weekly Beacon|Kingsmere Times
sections: news=News|business=Business|culture=Culture|science=Science|sport=Sport|travel=Travel|opinion=Opinion
home: Home|Front page
by: By {}|by {}|Words: {}
and:  and 
source: Source: {}
editor: Edited by {}
share: Share this article|Share|Share this story
share_items: Facebook|X (Twitter)|WhatsApp|Copy link|Email|LinkedIn
newsletter: Sign up to our newsletter and get the best stories every morning.|Get the day’s headlines in your inbox, free of charge.|Thank you! Please check your inbox to confirm your subscription.
read_also: Read more:|READ ALSO:|See also:
related: Related stories|More on this story|You may also like
most_read: Most read|Trending now|Popular this week
advert: Advertisement|Sponsored|Article continues below advertisement
cookie: We and our partners use cookies to store and access information on your device.|You can change your mind at any time in the privacy settings.
cookie_ok: Accept all|Reject all|Manage preferences
paywall: This article is for subscribers only.|Subscribe now for £1 a week to continue reading.|Already a subscriber? Sign in.
comments: Comments|Join the discussion|What readers say
reply: Reply|Report
tags: Topics:|Tags:|Filed under:
photo: Photo: {}|Image credit: {}
next: Next page|Next
previous: Previous page|Previous
more: Load more|Show more stories|Older posts
page: Page
search: Search|Search results
login: Sign in|Log in
about: About us
imprint: Who we are
privacy: Privacy policy
contact: Contact
terms: Terms of use
careers: Work with us
copyright: © {year} {paper}. All rights reserved.|Reproduction of this material without permission is prohibited.
print: Print this page|Print
video: Video|Watch
gallery: In pictures|Gallery
live: Live|Live coverage
minutes: {} min read
months: January|February|March|April|May|June|July|August|September|October|November|December
weekdays: Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday
published: Published|First published|Posted
updated: Updated
kickers: Analysis|Local news|Interview|Long read|Exclusive
not_found: Page not found|The page that you are looking for does not exist or has moved.
follow: Follow us on Facebook and Instagram|Follow
subscribe: Subscribe|Become a member
top: Back to top
bio: {} has covered the county for this paper for many years.|{} is a staff writer.
archive: Archive
author: Author
press: Media contact
zone: GMT
appeal: This paper belongs to its readers: six thousand of them pay for the reporting that you have just read.|If you found this story useful, please think about giving a little each month, so that the next one can be written.
)";

const std::string_view kGermanWords = R"(
paper: Elbblatt|Altmärker Bote|Nordstettener Anzeiger|Das Tagwerk|Mühlbacher Rundschau
sections: politik=Politik|wirtschaft=Wirtschaft|kultur=Kultur|wissen=Wissen|sport=Sport|region=Region
home: Startseite|Home
by: Von {}|von {}|Ein Bericht von {}
and:  und 
source: Quelle: {}
editor: Redaktion: {}
share: Artikel teilen|Teilen|Diesen Beitrag teilen
share_items: Facebook|X|WhatsApp|Link kopieren|E-Mail|Merken
newsletter: Melden Sie sich für unseren Newsletter an und lesen Sie das Wichtigste am Morgen.|Jederzeit abbestellbar. Es gelten die Hinweise zum Datenschutz.
read_also: Lesen Sie auch:|Mehr zum Thema:|LESEN SIE HIER:
related: Das könnte Sie auch interessieren|Mehr zum Thema|Weitere Artikel
most_read: Meistgelesen|Beliebt
advert: Anzeige|Werbung
cookie: Wir und unsere Partner verwenden Cookies, um Informationen auf Ihrem Gerät zu speichern.|Sie können Ihre Einwilligung jederzeit widerrufen.
cookie_ok: Alle akzeptieren|Ablehnen|Einstellungen
paywall: Dieser Artikel ist nur für Abonnenten.|Jetzt für 1 € im ersten Monat weiterlesen.|Sie haben schon ein Abo? Hier anmelden.
comments: Kommentare|Leserkommentare
reply: Antworten|Melden
tags: Schlagworte:|Themen:
photo: Foto: {}|Bild: {}
next: Nächste Seite|Weiter
previous: Vorherige Seite|Zurück
more: Mehr laden|Weitere Artikel anzeigen
page: Seite
search: Suche|Suchergebnisse
login: Anmelden
about: Über uns
imprint: Impressum
privacy: Datenschutz
contact: Kontakt
terms: Nutzungsbedingungen
careers: Stellenangebote
copyright: © {year} {paper}. Alle Rechte vorbehalten.|Nachdruck nur mit Genehmigung des Verlags.
print: Drucken|Druckansicht
video: Video
gallery: Bilder|Fotostrecke
live: Liveticker|Im Ticker
minutes: Lesezeit: {} Min.
months: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
weekdays: Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag
published: Veröffentlicht am|Stand:
updated: Aktualisiert am
kickers: Haushaltsstreit|Nahverkehr|Landwirtschaft|Museumsbau|Hochwasserschutz|Schulpolitik|Handwerk
not_found: Seite nicht gefunden|Die gewünschte Seite gibt es nicht oder nicht mehr.
follow: Folgen Sie uns auf Facebook und Instagram|Folgen
subscribe: Abonnieren|Probeabo bestellen
top: Nach oben
bio: {} schreibt seit vielen Jahren für diese Zeitung.|{} ist Redakteurin im Ressort Region.
archive: Archiv
author: Autor
press: Pressekontakt
zone: Uhr
appeal: Diese Zeitung gehört ihren Lesern: Sechstausend von ihnen bezahlen die Arbeit, die Sie hier lesen.|Wenn Ihnen dieser Beitrag etwas wert ist, unterstützen Sie uns mit einem kleinen Betrag im Monat.
)";

}  // namespace winnow::sites
