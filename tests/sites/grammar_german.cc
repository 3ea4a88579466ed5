#include "sites/grammars.h"

namespace winnow::sites {

const Grammar kGermanGrammar = {
    .language = "de",
    .given_names =
        "Anneliese|Jürgen|Matthias|Kerstin|Böhme-Lena|Friedrich|Sabine|Thomas|Ümit|Katrin|Lukas|Heike|Jörg|"
        "Franziska|Olaf|Ingrid|Moritz|Birgit|Hannes|Swantje",
    .family_names =
        "Wiegand|Krämer|von der Heyde|Lüders|Schönfeld|Brandt|Petersen|Aydın|Rottmann|Hübner|Seidel|Jansen|"
        "Groß|Oppermann|Thiele|Möllenhoff|Baumgärtner|Reimers",
    .name = "%g %f",
    .places =
        "Altmark|Wesselburg|Nordstetten|Mühlbach|Lüttfeld|Sankt Anton|Hohenau|Elbwerder|Rosenheide|Tannroda|"
        "Oberkirch|Bremervorwerk|Grünthal",
    .organisations =
        "der Stadtrat|die Hafenbehörde|das Landesamt|der Bauernverband|die Sparkasse|das Verkehrsministerium|"
        "die Gewerkschaft|der Wasserverband|das Klinikum|die Staatsanwaltschaft|der Mieterverein|"
        "die Handelskammer",
    .subjects =
        "%O|die Bürgermeisterin von %L|ein Sprecher der Stadt|%P|die Anwohner|der neue Geschäftsführer %P|"
        "eine Gruppe von Landwirten|die Opposition|das Unternehmen aus %L|der Ausschuss|die Familie %P|"
        "ein Gutachter|die Feuerwehr in %L|der frühere Minister|die Schulleitung|die Jury",
    .predicates =
        "hat den Umbau der Brücke verschoben|rechnet mit Kosten von %N Millionen Euro|"
        "will den Vertrag nicht verlängern|hat %N neue Stellen angekündigt|lehnt den Vorschlag ab|"
        "fordert ein zweites Gutachten|hat die Halle für %N Jahre gepachtet|sieht keinen Grund zur Eile|"
        "hat das Museum bis auf weiteres geschlossen|verlangt mehr Zeit für die Prüfung|"
        "wirft den Planern schwere Fehler vor|hat die Zahlen gründlich geprüft|übergibt die Leitung im Herbst|"
        "hat %N Bäume pflanzen lassen|streitet weiter über die Gebühren|baut am Ufer ein Lager|"
        "hat sich mit den Gläubigern geeinigt|hält an dem Termin fest",
    .tails =
        "nach einer langen Sitzung|zum ersten Mal seit 2012|trotz vieler Einwände|am Dienstag in %L|"
        "noch vor Ende des Monats|ohne die Beschäftigten zu fragen|wegen der schlechten Ernte|"
        "mit Unterstützung aus %L|unter Ausschluss der Öffentlichkeit|vor rund %N Zuhörern|"
        "im Rahmen eines Programms des Landes|ein Jahr später als geplant|aus Gründen der Sicherheit",
    .sentences =
        "%S %V.|%S %V, und %S %V.|%S %V, heißt es in %L.|„Damit hat in %L niemand gerechnet“, sagt %P, der die Sache "
        "seit %N Jahren verfolgt.|"
        "Nach Angaben von %P geht es um %N Fälle.|%S %V, weil sich die Lage %W geändert hat.|"
        "„Wir werden das %W klären“, kündigte %P an, denn %S %V.|Das ist neu: %S %V.|In %L gibt das niemand gern zu, "
        "doch %S %V.|Von den %N Befragten in %L glaubt die Hälfte, dass es dabei bleibt; %S %V.|Für %P ist die Sache "
        "damit nicht erledigt, denn %S %V.|"
        "Entschieden wurde %W, und %S %V.|Wie es in %L weitergeht, soll %W mit %P besprochen werden.|%S %V; in %L "
        "hatte man darauf gehofft.|"
        "Dass ausgerechnet %P widersprach, überraschte %W viele in %L.",
    .titles =
        "%S %V|%L: %S %V|Warum %S zögert|Streit in %L: %S %V|„Das war ein Fehler“ – %P im Gespräch|"
        "%N Millionen für %L|Ein Dorf %W|%P über die Zukunft von %L|Was %L jetzt erwartet",
    .headings =
        "Wie es in %L weitergeht|Eine Frage des Geldes: %N Millionen|Kritik aus %L|Zahlen und Zweifel von %P|„Uns "
        "fragt ja keiner“, sagt %P|"
        "Die Vorgeschichte in %L|Was %P am Ende zahlt|Blick nach %L"};

}  // namespace winnow::sites
