#include "cli/desk.h"
