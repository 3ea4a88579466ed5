# Runs while installing: the systemd unit, winnow.yaml, the site files and their pages. install.cmake sets the places.

# As GNUInstallDirs does: the configuration of /usr is /etc, that of /opt/x is /etc/opt/x.
set(prefix "${CMAKE_INSTALL_PREFIX}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_SYSCONFDIR}")
  set(CMAKE_INSTALL_FULL_SYSCONFDIR "${CMAKE_INSTALL_SYSCONFDIR}")
elseif(prefix MATCHES "^/usr/?$")
  set(CMAKE_INSTALL_FULL_SYSCONFDIR "/${CMAKE_INSTALL_SYSCONFDIR}")
elseif(prefix MATCHES "^/opt/")
  set(CMAKE_INSTALL_FULL_SYSCONFDIR "/${CMAKE_INSTALL_SYSCONFDIR}${prefix}")
else()
  set(CMAKE_INSTALL_FULL_SYSCONFDIR "${prefix}/${CMAKE_INSTALL_SYSCONFDIR}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_BINDIR BASE_DIRECTORY "${prefix}" NORMALIZE
  OUTPUT_VARIABLE CMAKE_INSTALL_FULL_BINDIR)

configure_file("${PROJECT_SOURCE_DIR}/systemd/winnow.service" "${PROJECT_BINARY_DIR}/winnow.service" @ONLY)
file(INSTALL "${PROJECT_BINARY_DIR}/winnow.service" DESTINATION "${prefix}/lib/systemd/system")

# What is there already is the user's: an update keeps it.
function(install_once file folder name)
  set(target "${CMAKE_INSTALL_FULL_SYSCONFDIR}/winnow/${folder}${name}")
  if(EXISTS "$ENV{DESTDIR}${target}")
    message(STATUS "Kept: $ENV{DESTDIR}${target}")
    return()
  endif()
  cmake_path(GET target PARENT_PATH parent)
  cmake_path(GET target FILENAME name)
  file(INSTALL "${file}" DESTINATION "${parent}" RENAME "${name}")
endfunction()

install_once("${PROJECT_SOURCE_DIR}/config/winnow.system.yaml" "" winnow.yaml)
file(GLOB site_files RELATIVE "${PROJECT_SOURCE_DIR}/sites"
  "${PROJECT_SOURCE_DIR}/sites/*.yaml" "${PROJECT_SOURCE_DIR}/sites/pages/*") # the pages that `winnow site test` reads
foreach(file IN LISTS site_files)
  install_once("${PROJECT_SOURCE_DIR}/sites/${file}" sites/ "${file}")
endforeach()
