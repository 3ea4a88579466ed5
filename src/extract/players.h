// The addresses of what a page shows of others: films, sounds, frames, posts. Pure.
#pragma once

#include <string>

#include "base/url.h"
#include "parse/document.h"

namespace winnow::extract {

// Of a <video>, <audio> or <iframe>, absolute http(s), lazy-loading attributes included; "" where there is none, where
// the frame is too small to be seen, and for frames whose address says that they are adverts, share buttons or dialogs.
[[nodiscard]] std::string player_address(const parse::Document& document, parse::NodeId player, const Url* base);

// Where an embedded post stands: as its <blockquote> states it, else its last link. "" when there is none.
[[nodiscard]] std::string post_address(const parse::Document& document, parse::NodeId quote, const Url* base);

}  // namespace winnow::extract
