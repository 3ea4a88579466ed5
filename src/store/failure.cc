#include "store/failure.h"

#include <cerrno>
#include <system_error>

namespace winnow::store {
namespace {

struct Kind {
  Code code;
  std::string_view remedy;
};

Kind kind_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return {Code::no_space, "free some space or choose another store"};
    case EACCES:
    case EPERM:
    case EROFS:
      return {Code::permission, "give this user the right to write there or choose another store"};
    case ENOTDIR:
      return {Code::permission, "something else stands where a directory must be; move it away"};
    case ELOOP:
      return {Code::refused, "a symbolic link stands there and winnow follows none below the store; remove it"};
    case EXDEV:
      return {Code::refused, "another file system is mounted there, and a store is one; mount it at the store's place"};
    case ENOENT:
      return {Code::not_found, "check the path"};
    case ENAMETOOLONG:
      return {Code::invalid, "choose a shorter path"};
    default:
      return {Code::io, "check the disk"};
  }
}

}  // namespace

Error system_error(std::string_view doing, std::string_view path, int error) {
  const Kind kind = kind_of(error);
  std::string text(path);
  text.append(": cannot ").append(doing).append(": ");
  text.append(std::generic_category().message(error)).append("; ").append(kind.remedy);
  return {kind.code, std::move(text)};
}

}  // namespace winnow::store
