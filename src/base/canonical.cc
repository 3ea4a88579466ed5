// The canonical form of a page's address, and the globs that its rules are written in.
#include <algorithm>
#include <array>
#include <tuple>

#include "base/percent.h"
#include "base/scan.h"
#include "base/url.h"
#include "base/utf8.h"

namespace winnow {
namespace {

// Parameters that tell how a reader came, never which page is meant. Only names that mean nothing else anywhere
// ("from" and "ref" are left to a site's own rules).
constexpr std::array<std::string_view, 74> kTracking{
    "utm_*",
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "gad_source",
    "gad_campaignid",
    "srsltid",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "hsctatracking",
    "oly_anon_id",
    "oly_enc_id",
    "vero_id",
    "_openstat",
    "_ga",
    "_gl",
    "epik",
    "wt.mc_id",
    "wt_mc",
    "at_medium",
    "at_campaign",
    "spm",
    "spm_id_from",
    "scm",
    "vd_source",
    "share_token",
    "share_source",
    "share_medium",
    "isappinstalled",
    "nsukey",
    "ref_src",
    "ref_url",
    "mtm_*",
    "matomo_*",
    "pk_campaign",
    "pk_kwd",
    "pk_medium",
    "pk_source",
    "piwik_campaign",
    "piwik_kwd",
    "hsa_*",
    "__hssc",
    "__hstc",
    "__hsfp",
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fb_ref",
    "action_object_map",
    "mibextid",
    "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
    "xtor",
    "cmpid",
    "ncid",
    "smid",
    "ocid",
    "__twitter_impression",
    "_branch_match_id",
};

bool is_unreserved(int byte) {
  const char c = static_cast<char>(byte);
  return byte < 0x80 && (ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~');
}

// RFC 3986, 6.2.2: "%e4" is "%E4", "%7E" is "~". Other characters keep the form in which they stand.
std::string normalise_percent(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = percent::byte_at_start(text.substr(i, 3));
    if (byte < 0) {
      out += text[i];
      continue;
    }
    if (is_unreserved(byte)) {
      out += static_cast<char>(byte);
    } else {
      percent::append_encoded(out, static_cast<unsigned char>(byte));
    }
    i += 2;
  }
  return out;
}

bool is_dropped(std::string_view parameter, const CanonicalRules& rules) {
  const std::string name = percent::decode(parameter.substr(0, parameter.find('=')));
  const std::string lower = ascii::lower(name);
  const auto matches = [&](std::string_view glob) { return glob_match(glob, lower); };
  const auto matches_as_written = [&](std::string_view glob) { return glob_match(glob, name); };
  return std::any_of(kTracking.begin(), kTracking.end(), matches) ||
         std::any_of(rules.drop_query.begin(), rules.drop_query.end(), matches_as_written);
}

std::optional<std::string> kept_query(std::string_view query, const CanonicalRules& rules) {
  std::string kept;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    if (parameter.empty() || is_dropped(parameter, rules)) continue;
    if (!kept.empty()) kept += '&';
    kept += parameter;
  }
  return kept.empty() ? std::nullopt : std::optional(kept);
}

}  // namespace

std::string canonical(const Url& url, const CanonicalRules& rules) {
  Url page = url;
  page.drop_hash();
  page.drop_credentials();
  const std::string search = url.search();
  page.set_search(search.empty() ? std::nullopt : kept_query(std::string_view(search).substr(1), rules));
  const auto names_host = [&](const std::string& alias) { return ascii::lower(alias) == url.hostname(); };
  if (!rules.host.empty() && std::any_of(rules.host_aliases.begin(), rules.host_aliases.end(), names_host)) {
    page.set_hostname(ascii::lower(rules.host));
  }
  return normalise_percent(page.href());
}

// Goes forward through both; where they differ it takes up again at the last `*`, which is given one character
// more. An earlier `*` never needs another try.
bool glob_match(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0;
  std::optional<std::size_t> star;  // the pattern's place behind the last `*`
  std::size_t resume = 0;           // and the text's
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      std::ignore = utf8::next(text, t);
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p, ++t;
    } else if (star) {
      p = *star;
      std::ignore = utf8::next(text, resume);
      t = resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace winnow
