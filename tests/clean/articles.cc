#include "clean/articles.h"

#include "newsstand/stories.h"

namespace winnow::cleaning {
namespace {

std::vector<TestArticle> further_articles() {
  return {
      {"fr",
       "Le moulin de la rivière tourne à nouveau",
       {"Après vingt ans de silence, le moulin de Saint-Aubin a recommencé à moudre du blé mardi matin, devant une "
        "centaine d'habitants venus avec leurs sacs.",
        "La roue a été refaite en chêne par deux charpentiers du village, qui ont travaillé trois hivers sans être "
        "payés. La commune a acheté les pierres dans une carrière voisine.",
        "Le meunier, Lucien Barral, promet une farine plus grise et plus lourde que celle du commerce. Les "
        "boulangers de la vallée en ont déjà commandé deux tonnes pour l'automne.",
        "Reste à savoir si la rivière suivra : l'été dernier, elle était si basse que la roue n'aurait pas bougé."}},
      {"es",
       "Los pastores vuelven a cruzar el puerto con sus rebaños",
       {"Más de cuatro mil ovejas cruzaron el domingo el puerto de Arraya, por un camino que nadie había usado desde "
        "hacía cuarenta años y que ahora ha sido limpiado de piedras y zarzas.",
        "Los pastores tardaron seis días en llegar desde el valle. Durmieron en cabañas que los vecinos habían "
        "arreglado durante la primavera, con tejados nuevos y leña seca.",
        "El alcalde dijo que el paso de los rebaños ahorra dinero, porque los animales comen la hierba que en verano "
        "alimenta los incendios. La comarca gasta cada año medio millón en desbrozar el monte.",
        "Las ovejas volverán en octubre, antes de la primera nieve."}},
      {"pt",
       "A escola da ilha reabre com sete alunos",
       {"A escola primária da ilha do Farol abriu as portas na segunda-feira pela primeira vez em nove anos, com sete "
        "alunos e uma professora que chegou no barco da manhã.",
        "Os pais limparam as salas durante as férias e pintaram as carteiras de azul. A câmara pagou as janelas e "
        "prometeu um computador até ao Natal.",
        "A professora, Teresa Valadares, vai ensinar os quatro anos na mesma sala. Diz que já o fez antes e que os "
        "mais velhos ajudam sempre os mais novos.",
        "Se no próximo ano houver dez crianças, a escola receberá também uma cozinha."}},
      {"it",
       "Il coro dei minatori canta ancora dopo la chiusura della miniera",
       {"La miniera di Montelungo è chiusa da tredici anni, ma il coro dei minatori si riunisce ancora ogni giovedì "
        "nella vecchia sala delle lampade, tra gli armadietti vuoti.",
        "Sono rimasti in ventidue. Il più anziano, Ettore Salvi, ha ottantasei anni e canta nei bassi da quando ne "
        "aveva diciotto, con una pausa soltanto per il servizio militare.",
        "Quest'inverno il coro ha inciso un disco con le canzoni che si cantavano nei pozzi. Il ricavato servirà a "
        "riparare il tetto della sala, dove piove da due anni.",
        "Il concerto di presentazione è previsto per sabato sera nella chiesa del paese."}},
      {"pl",
       "Stary tramwaj wraca na tory po dwunastu latach",
       {"Tramwaj numer cztery, zbudowany w 1931 roku, wyjechał w niedzielę z zajezdni i przejechał przez całe miasto, "
        "a na każdym przystanku czekali na niego mieszkańcy z aparatami.",
        "Odbudowa trwała dwanaście lat. Mechanicy szukali części w czterech krajach, a drewniane ławki odtworzyli na "
        "podstawie jednego zdjęcia, które znalazło się w albumie konduktora.",
        "Pojazd będzie kursował w soboty i niedziele od maja do września. Bilet kosztuje tyle samo co zwykły, bo "
        "miasto nie chciało robić z niego atrakcji tylko dla turystów.",
        "Kierowca Jan Wilczek mówi, że hamulce są lepsze niż w nowych wagonach."}},
      {"ru",
       "Ледокол вернулся в порт после четырёх месяцев зимовки",
       {"Ледокол «Северянин» вернулся в порт в среду утром, после четырёх месяцев, которые экипаж провёл во льдах у "
        "безымянного острова. На причале моряков встречали семьи и духовой оркестр.",
        "Судно застряло в ноябре, когда ветер неожиданно сменился и сжал лёд вокруг корпуса. Капитан решил не тратить "
        "топливо и ждать весны, хотя запасов еды хватало только до февраля.",
        "Продукты сбрасывали с самолёта каждые две недели. Кок Степан Рыжов рассказал, что за это время научился "
        "печь хлеб из овсянки и что команда просит его печь такой же дома.",
        "Осмотр корпуса займёт около недели, после этого ледокол поставят на ремонт."}},
      {"ko",
       "섬마을 우체국, 열두 해 만에 다시 문을 열다",
       {"남쪽 끝 작은 섬의 우체국이 열두 해 만에 다시 문을 열었다. 주민들은 첫날 아침부터 줄을 서서 뭍에 사는 "
        "자식들에게 보낼 말린 생선과 미역을 부쳤다.",
        "우체국이 닫힌 뒤로 주민들은 편지 한 통을 부치려고 배를 타고 한 시간을 나가야 했다. 겨울에는 파도가 높아 "
        "보름씩 배가 끊기기도 했다.",
        "새로 온 집배원 박도윤 씨는 섬에서 태어난 사람이다. 그는 골목마다 누가 사는지 이미 알고 있어서 주소가 "
        "틀린 편지도 잘못 전하지 않을 것이라고 말했다.",
        "우체국은 평일 오전에만 열며, 토요일에는 배가 들어오는 시간에 맞춰 소포만 받는다."}},
      {"nl",
       "De veerman van het meer stopt na veertig jaar",
       {"Veertig jaar lang bracht Harm Oosterhof mensen en schapen over het meer, en op vrijdag voer hij voor het "
        "laatst heen en weer, met een kist appels voor iedereen die kwam groeten.",
        "De gemeente heeft nog geen opvolger gevonden. De boot is oud, het loon is laag en in de winter ligt het werk "
        "weken stil omdat het ijs te dik is.",
        "Een groep bewoners wil de pont nu zelf gaan varen, ieder een dag in de week. Ze moeten daarvoor eerst een "
        "cursus volgen, die in het voorjaar begint."}},
  };
}

}  // namespace

const std::vector<TestArticle>& test_articles() {
  static const std::vector<TestArticle> all = [] {
    std::vector<TestArticle> out;
    for (const newsstand::Story& story : newsstand::all_stories()) {
      TestArticle article{story.language, story.title, {}};
      for (const std::string& paragraph : story.paragraphs) {
        if (!paragraph.starts_with("# ")) article.paragraphs.push_back(paragraph);
      }
      out.push_back(std::move(article));
    }
    for (TestArticle& article : further_articles()) out.push_back(std::move(article));
    return out;
  }();
  return all;
}

}  // namespace winnow::cleaning
