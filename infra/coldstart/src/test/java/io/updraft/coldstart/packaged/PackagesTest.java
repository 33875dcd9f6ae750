package io.updraft.coldstart.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.servers.ProjectFiles;
import io.updraft.template.Function;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackagesTest {
  private static final Path ROOT = ProjectFiles.root();

  /** What would be loaded, or be updated for its holes, and is used by no function. */
  private static final List<String> UNWANTED =
      List.of("log4j", "logback", "netty", "apache-client", "apache5-client", "kotlin", "guava");

  private static List<Function> functions() {
    Path file = ROOT.resolve(Template.FILE_NAME);
    return List.copyOf(
        Template.read(file, Map.of(), PhysicalNames.logicalIds()).functions().values());
  }

  private static Stream<String> packages() {
    return functions().stream().map(Function::codeUri).distinct();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void tellsNothingOfWhenItWasBuilt(String codeUri) throws IOException {
    try (ZipFile zip = new ZipFile(ROOT.resolve(codeUri).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
      assertThat(names(zip, "lib/")).isNotEmpty().doesNotHaveDuplicates().isSorted();
      assertThat(names(zip, "io/")).isNotEmpty().isSorted();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void hasTheHandlersAndNothingUnwanted(String codeUri) throws IOException {
    try (ZipFile zip = new ZipFile(ROOT.resolve(codeUri).toFile())) {
      assertThat(names(zip, ""))
          .containsAll(
              functions().stream()
                  .filter(function -> function.codeUri().equals(codeUri))
                  .map(function -> function.handler().replace('.', '/') + ".class")
                  .toList());
      assertThat(names(zip, "lib/")).noneMatch(name -> UNWANTED.stream().anyMatch(name::contains));
    }
  }

  private static List<String> names(ZipFile zip, String prefix) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
        .toList();
  }
}
