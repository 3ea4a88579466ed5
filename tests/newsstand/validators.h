// Conditional requests by RFC 9110, section 13: validators for a page, and the 304 where they match.
#pragma once

#include <string>

#include "newsstand/http_server.h"

namespace winnow::newsstand {

// Adds ETag and Last-Modified (`modified` is an HTTP date) to a 200; makes it a 304 when the query's validators match.
void validate(const Query& query, const std::string& modified, Reply& reply);

}  // namespace winnow::newsstand
