#include "parse/selector.h"

#include "base/utf8.h"
#include "parse/selector_match.h"
#include "parse/selector_program.h"

namespace winnow::parse {

struct Selector::Compiled {
  css::Program program;
};

Result<Selector> Selector::compile(std::string_view text) {
  auto selector = parse(text);
  if (selector) return std::move(*selector);
  const SelectorFault& fault = selector.error();
  return fail(Code::invalid, "selector \"" + utf8::shorten(text, 80) + "\": at character " +
                                 std::to_string(fault.character) + ": " + fault.what);
}

tl::expected<Selector, SelectorFault> Selector::parse(std::string_view text) {
  auto program = css::compile(text);
  if (!program) return tl::unexpected(std::move(program.error()));
  Selector selector;
  selector.text_ = text;
  selector.compiled_ = std::make_shared<const Compiled>(Compiled{std::move(*program)});
  return selector;
}

bool Selector::matches(const Document& document, NodeId element) const {
  return compiled_ && element < document.size() && css::matches(compiled_->program, document, element);
}

std::vector<NodeId> Selector::select(const Document& document, NodeId within) const {
  if (!compiled_ || within >= document.size()) return {};
  return css::select(compiled_->program, document, within);
}

NodeId Selector::first(const Document& document, NodeId within) const {
  const std::vector<NodeId> found = select(document, within);
  return found.empty() ? kNone : found.front();
}

}  // namespace winnow::parse
