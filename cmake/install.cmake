# What `cmake --install` puts where: the program with its service, configuration and manual, and the library for other
# programs with its CMake package (find_package(winnow), target winnow::core).
include(CMakePackageConfigHelpers)

install(TARGETS winnow RUNTIME COMPONENT program)
install(FILES docs/winnow.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES README.md CHANGELOG.md LICENSE NOTICE docs/article.md docs/crawl.md docs/health.md docs/site-file.md docs/store.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program OPTIONAL)

# The unit names the program and its configuration, whose places are known only when --prefix is.
foreach(name PROJECT_SOURCE_DIR PROJECT_BINARY_DIR CMAKE_INSTALL_BINDIR CMAKE_INSTALL_SYSCONFDIR)
  string(APPEND places "set(${name} [==[${${name}}]==])\n")
endforeach()
install(CODE "${places}" COMPONENT program)
install(SCRIPT ${CMAKE_CURRENT_LIST_DIR}/install_service.cmake COMPONENT program)

# The library: the public headers, and the archives of the stages that it is made of.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/winnow)
foreach(stage base decode parse extract repair clean core)
  set_target_properties(winnow_${stage} PROPERTIES EXPORT_NAME ${stage})
  install(TARGETS winnow_${stage} EXPORT winnowTargets ARCHIVE COMPONENT library)
endforeach()
install(DIRECTORY src/winnow/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/winnow COMPONENT library
  FILES_MATCHING PATTERN "*.h" PATTERN internal EXCLUDE)
install(EXPORT winnowTargets NAMESPACE winnow:: DESTINATION ${package_dir} COMPONENT library)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/winnowConfig.cmake.in ${PROJECT_BINARY_DIR}/winnowConfig.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/winnowConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/winnowConfig.cmake ${PROJECT_BINARY_DIR}/winnowConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT library)
