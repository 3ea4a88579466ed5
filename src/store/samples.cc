#include "store/samples.h"

namespace winnow::store {
namespace {

constexpr std::chrono::hours kApart{24};  // pages that were read as usual: what a site is over some days

}  // namespace

ShelfPlace shelf_place(Shelf shelf, std::span<const Instant> fetched, Instant now) {
  const bool usual = shelf == Shelf::usual;
  const std::size_t most = usual ? kUsualSamples : kSuspiciousSamples;
  if (fetched.size() < most) return {true, 0};
  // A clock that was set back must not shut the shelf.
  if (usual && now >= fetched.back() && now - fetched.back() < kApart) return {};
  return {true, fetched.size() - most + 1};
}

}  // namespace winnow::store
