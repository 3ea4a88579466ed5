#include "extract/date_metas.h"

#include <array>

namespace winnow::extract {
namespace {

constexpr auto kPublishedMetas = std::to_array<MetaDate>({
    {"article:published_time", 86},
    {"og:article:published_time", 86},
    {"article:published", 85},
    {"datepublished", 84},
    {"article_date_original", 84},
    {"originalpublicationdate", 84},
    {"parsely-pub-date", 82},
    {"sailthru.date", 80},
    {"cxenseparse:recs:publishtime", 80},
    {"cxenseparse:publishtime", 80},
    {"og:published_time", 80},
    {"og:release_date", 80},
    {"og:pubdate", 80},
    {"publishdate", 80},
    {"publish_date", 80},
    {"publish-date", 80},
    {"pubdate", 80},
    {"pub_date", 80},
    {"publication_date", 80},
    {"publication-date", 80},
    {"publicationdate", 80},
    {"published_time", 80},
    {"published_at", 80},
    {"published", 80},
    {"publisheddate", 80},
    {"date.published", 80},
    {"published-date", 80},
    {"publish_time", 80},
    {"publishtime", 80},
    {"vr:published_time", 80},
    {"rnews:datepublished", 80},
    {"article.published", 80},
    {"bi3dpubdate", 80},
    {"weibo:article:create_at", 80},
    {"shareaholic:article_published_time", 80},
    {"dcsext.articlefirstpublished", 80},
    {"dateline", 60},
    {"citation_publication_date", 78},
    {"citation_online_date", 78},
    {"citation_date", 76},
    {"dc.date.issued", 78},
    {"dcterms.issued", 78},
    {"prism.publicationdate", 76},
    {"article.created", 74},
    {"datecreated", 72},
    {"dcterms.created", 72},
    {"dc.date.created", 72},
    {"date.created", 72},
    {"date.available", 72},
    {"dc.created", 72},
    {"created", 70},
    {"og:time", 70},
    {"displaydate", 70},
    {"gentime", 40},
    {"pdate", 66},
    {"creation_date", 66},
    {"dc.date", 68},
    {"dcterms.date", 68},
    {"date", 66},
    {"uploaddate", 60},
    {"veeseo:date", 60},
});

constexpr auto kModifiedMetas = std::to_array<MetaDate>({
    {"article:modified_time", 86},
    {"og:article:modified_time", 86},
    {"datemodified", 84},
    {"article:modified", 84},
    {"og:updated_time", 80},
    {"dateupdate", 76},
    {"date.updated", 76},
    {"date.modified", 76},
    {"updated_time", 76},
    {"dcterms.modified", 76},
    {"dc.date.modified", 76},
    {"dc.modified", 76},
    {"article.updated", 76},
    {"last-modified", 60},
    {"lastmod", 60},
    {"revised", 50},
});

}  // namespace

std::span<const MetaDate> published_metas() { return kPublishedMetas; }
std::span<const MetaDate> modified_metas() { return kModifiedMetas; }

}  // namespace winnow::extract
