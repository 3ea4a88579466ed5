// Boxes of a picture and the words below it that no <figure> and no name of a caption mark: <div class="photo"><img>
// <div>The harbour. Photo: Jane Doe</div></div>. Internal to the stage.
#pragma once

#include <vector>

#include "parse/document.h"

namespace winnow::extract {

// In the order of the page. What the text of each says is a caption.
[[nodiscard]] std::vector<parse::NodeId> picture_boxes(const parse::Document& document);

}  // namespace winnow::extract
