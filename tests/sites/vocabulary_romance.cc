#include "sites/vocabularies.h"

namespace winnow::sites {

const std::string_view kFrenchWords = R"(
paper: Le Courrier de l’Orne|La Dépêche des Sablons|Le Phare de Montreval|L’Écho du Val
sections: politique=Politique|economie=Économie|culture=Culture|societe=Société|sport=Sport|planete=Planète
home: Accueil|À la une
by: Par {}|par {}
and:  et 
source: Source : {}
editor: Édité par {}
share: Partager l’article|Partager
share_items: Facebook|X|WhatsApp|Copier le lien|Envoyer par e-mail
newsletter: Recevez chaque matin l’essentiel de l’actualité avec notre lettre d’information.|Votre adresse est conservée pour l’envoi de nos lettres.
read_also: Lire aussi :|À lire également :
related: Sur le même sujet|À lire aussi|Nos autres articles
most_read: Les plus lus
advert: Publicité|La suite après la publicité
cookie: Avec nos partenaires, nous utilisons des cookies pour stocker des informations sur votre appareil.|Vous pouvez modifier vos choix à tout moment.
cookie_ok: Tout accepter|Continuer sans accepter|Paramétrer
paywall: Cet article est réservé aux abonnés.|Abonnez-vous à partir de 1 € le premier mois.|Déjà abonné ? Se connecter
comments: Commentaires|Réactions des lecteurs
reply: Répondre|Signaler
tags: Mots-clés :|Thèmes :
photo: Photo {}|Crédit : {}
next: Page suivante|Suivant
previous: Page précédente|Précédent
more: Voir plus|Afficher plus d’articles
page: Page
search: Recherche|Résultats de la recherche
login: Se connecter
about: Qui sommes-nous
imprint: Mentions légales
privacy: Politique de confidentialité
contact: Nous contacter
terms: Conditions d’utilisation
careers: Nous rejoindre
copyright: © {year} {paper}. Tous droits réservés.|Toute reproduction interdite sans autorisation.
print: Imprimer
video: Vidéo
gallery: En images|Diaporama
live: Direct|En direct
minutes: Temps de lecture : {} min
months: janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
weekdays: dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi
published: Publié le
updated: Mis à jour le
kickers: Entretien|Reportage|Enquête|Récit|Décryptage
not_found: Page introuvable|La page que vous cherchez n’existe pas ou a été déplacée.
follow: Suivez-nous sur Facebook et Instagram|Suivre
subscribe: S’abonner
top: Haut de page
bio: {} suit l’actualité de la région pour le journal.
archive: Archives
author: Auteur
press: Contact presse
zone: heure de Paris
appeal: Ce journal appartient à ses lecteurs : six mille d’entre eux financent le travail que vous lisez ici.|Si cet article vous a été utile, soutenez-nous par un petit don chaque mois.
)";

const std::string_view kSpanishWords = R"(
paper: El Faro de Castro|La Voz del Tormo|Diario de Fuentenueva|El Mirador
sections: politica=Política|economia=Economía|cultura=Cultura|sociedad=Sociedad|deportes=Deportes|ciencia=Ciencia
home: Inicio|Portada
by: Por {}|{}
and:  y 
source: Fuente: {}
editor: Edición: {}
share: Compartir esta noticia|Compartir
share_items: Facebook|X|WhatsApp|Copiar enlace|Correo electrónico
newsletter: Recibe cada mañana las noticias más importantes en tu correo.|Puedes darte de baja cuando quieras.
read_also: Lee también:|Más información:
related: Noticias relacionadas|Te puede interesar
most_read: Lo más leído
advert: Publicidad|Sigue leyendo después de la publicidad
cookie: Nosotros y nuestros socios utilizamos cookies para almacenar información en su dispositivo.|Puede cambiar sus preferencias en cualquier momento.
cookie_ok: Aceptar todo|Rechazar|Configurar
paywall: Este contenido es exclusivo para suscriptores.|Suscríbete por 1 € el primer mes para seguir leyendo.|¿Ya eres suscriptor? Inicia sesión
comments: Comentarios|La opinión de los lectores
reply: Responder|Denunciar
tags: Etiquetas:|Temas:
photo: Foto: {}|Imagen de {}
next: Página siguiente|Siguiente
previous: Página anterior|Anterior
more: Ver más|Cargar más noticias
page: Página
search: Buscar|Resultados de la búsqueda
login: Iniciar sesión
about: Quiénes somos
imprint: Aviso legal
privacy: Política de privacidad
contact: Contacto
terms: Condiciones de uso
careers: Trabaja con nosotros
copyright: © {year} {paper}. Todos los derechos reservados.|Prohibida la reproducción sin autorización.
print: Imprimir
video: Vídeo
gallery: Galería|En imágenes
live: Directo|Última hora
minutes: {} min de lectura
months: enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
weekdays: domingo|lunes|martes|miércoles|jueves|viernes|sábado
published: Publicado el
updated: Actualizado el
kickers: Entrevista|Reportaje|Análisis|Crónica
not_found: Página no encontrada|La página que busca no existe o ha cambiado de dirección.
follow: Síguenos en Facebook e Instagram|Seguir
subscribe: Suscríbete
top: Volver arriba
bio: {} escribe sobre la comarca desde hace años.
archive: Hemeroteca
author: Autor
press: Contacto de prensa
zone: h
appeal: Este diario pertenece a sus lectores: seis mil de ellos pagan el trabajo que usted acaba de leer.|Si este texto le ha servido, ayúdenos con una pequeña cantidad al mes.
)";

const std::string_view kPortugueseWords = R"(
paper: Folha do Vale|O Correio da Serra|Diário de Porto Claro|Gazeta do Leste
sections: politica=Política|economia=Economia|cultura=Cultura|cidades=Cidades|esportes=Esportes|ciencia=Ciência
home: Início|Capa
by: Por {}|{}
and:  e 
source: Fonte: {}
editor: Edição: {}
share: Compartilhe esta notícia|Compartilhar
share_items: Facebook|X|WhatsApp|Copiar link|E-mail
newsletter: Receba todas as manhãs as principais notícias no seu e-mail.|Você pode cancelar quando quiser.
read_also: Leia também:|Veja mais:
related: Notícias relacionadas|Leia mais
most_read: Mais lidas
advert: Publicidade|Continua depois da publicidade
cookie: Nós e nossos parceiros usamos cookies para guardar informações no seu dispositivo.|Você pode mudar as suas preferências a qualquer momento.
cookie_ok: Aceitar tudo|Recusar|Configurar
paywall: Conteúdo exclusivo para assinantes.|Assine por R$ 1 no primeiro mês e continue lendo.|Já é assinante? Faça login
comments: Comentários|O que dizem os leitores
reply: Responder|Denunciar
tags: Assuntos:|Temas:
photo: Foto: {}
next: Próxima página|Próxima
previous: Página anterior|Anterior
more: Carregar mais|Veja mais notícias
page: Página
search: Busca|Resultados da busca
login: Entrar
about: Quem somos
imprint: Expediente
privacy: Política de privacidade
contact: Fale conosco
terms: Termos de uso
careers: Trabalhe conosco
copyright: © {year} {paper}. Todos os direitos reservados.|É proibida a reprodução sem autorização.
print: Imprimir
video: Vídeo
gallery: Galeria de fotos
live: Ao vivo|Tempo real
minutes: {} min de leitura
months: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
weekdays: domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado
published: Publicado em
updated: Atualizado em
kickers: Entrevista|Reportagem|Análise
not_found: Página não encontrada|A página que você procura não existe ou mudou de endereço.
follow: Siga-nos no Facebook e no Instagram|Seguir
subscribe: Assine
top: Voltar ao topo
bio: {} escreve sobre a região há muitos anos.
archive: Arquivo
author: Autor
press: Contato para a imprensa
zone: h
appeal: Este jornal pertence aos seus leitores: seis mil deles pagam o trabalho que você acabou de ler.|Se este texto foi útil, ajude-nos com um pequeno valor por mês.
)";

}  // namespace winnow::sites
