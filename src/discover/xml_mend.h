// Makes XML of what people serve as XML, so that the parser behind it meets no fatal error: tags closed in order,
// attributes quoted and single, HTML's named references resolved, stray '&' and '<' escaped, control characters and
// comments gone. A DOCTYPE goes with all in it: no entity is ever declared. Pure, total, linear. Private to discover/.
#pragma once

#include <string>
#include <string_view>

namespace winnow::discover {

// `text` is UTF-8. The result has one root element, unless there is no element at all.
[[nodiscard]] std::string mend_xml(std::string_view text);

}  // namespace winnow::discover
