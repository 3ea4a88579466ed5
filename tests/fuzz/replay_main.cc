// The main of the fuzz targets in ordinary builds: every seed of the folder, then a fixed number of mutations of them,
// the same ones at every run.
//   NAME_fuzz FOLDER [MUTATIONS]    or    NAME_fuzz FILE, to look at what a fuzzer found
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kMutations = 300;
constexpr std::size_t kLongest = 64 << 10;

// xorshift64*: the same numbers on every machine.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return bound == 0 ? 0 : static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1DULL >> 33) % bound);
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15ULL;
};

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> read_seeds(const std::filesystem::path& place) {
  if (std::filesystem::is_regular_file(place)) return {bytes_of(place)};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(place)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(bytes_of(file));
  return seeds;
}

void mutate(std::string& text, const std::vector<std::string>& seeds, Dice& dice) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kOdd[] = {"\0"sv,         "\xFF\xFE"sv, "\xE4\xB8"sv, "\xED\xA0\x80"sv,
                                              "&#x110000;"sv, "<!--"sv,     "]]>"sv,      "99999999999999999999"sv,
                                              "\r\n"sv,       "\"'"sv};
  const std::size_t at = dice.below(text.size() + 1);
  const std::size_t length = std::min(dice.below(40), text.size() - at);
  switch (dice.below(6)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(dice.below(256));
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, kOdd[dice.below(std::size(kOdd))]);
      break;
    case 3:
      text.insert(at, text.substr(at, length));
      break;
    case 4:
      text.resize(at);
      break;
    default: {
      const std::string& other = seeds[dice.below(seeds.size())];
      text.insert(at, other.substr(dice.below(other.size() + 1)));
    }
  }
  text.resize(std::min(text.size(), kLongest));
}

// A copy of just that size, so that AddressSanitizer sees a read past the end.
void run(const std::string& text) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: NAME_fuzz FOLDER|FILE [MUTATIONS]\n", stderr), 2;
  const std::vector<std::string> seeds = read_seeds(argv[1]);
  if (seeds.empty()) return std::fprintf(stderr, "%s: there is no seed\n", argv[1]), 1;
  for (const std::string& seed : seeds) run(seed);
  const bool one = std::filesystem::is_regular_file(argv[1]);
  const std::size_t mutations = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : one ? 0 : kMutations;
  Dice dice;
  for (std::size_t i = 0; i < mutations; ++i) {
    std::string text = seeds[i % seeds.size()];
    for (std::size_t times = 1 + dice.below(4); times > 0; --times) mutate(text, seeds, dice);
    run(text);
  }
  return 0;
}
