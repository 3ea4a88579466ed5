#include "base/gbk.h"

namespace winnow::gbk::tables {

#include "gbk_tables.inc"

}  // namespace winnow::gbk::tables
