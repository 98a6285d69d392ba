package io.github.extendclient.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.runtime.Model;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagingTest {
  @ParameterizedTest
  @ValueSource(strings = {"v20260209", "v20250421"})
  void aNativeImageHasAProxyOfEachInterface(String version) throws Exception {
    Set<String> proxies = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    for (JsonNode entry :
        new ObjectMapper()
            .readTree(
                resource(
                    "META-INF/native-image/io.github.extendclient/"
                        + version
                        + "/reachability-metadata.json"))
            .get("reflection")) {
      JsonNode type = entry.get("type");
      if (type.isTextual()) {
        types.add(type.asText());
      } else {
        proxies.add(type.get("proxy").get(0).asText());
      }
    }

    assertThat(proxies).isEqualTo(interfaces(version)).isEqualTo(types).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20260209", "v20250421"})
  void aShrunkApplicationKeepsEachInterfaceAndTheNamesOfTheModels(String version) throws Exception {
    List<String> rules = resource("META-INF/proguard/extend-" + version + ".pro").lines().toList();

    assertThat(rules)
        .contains("-keepnames class io.github.extendclient." + version + ".model.**")
        .containsAll(
            interfaces(version).stream()
                .map(name -> "-keep interface " + name + " { *; }")
                .toList());
  }

  @Test
  void theModuleExportsAllPackages() throws Exception {
    Path root = Path.of(Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module;
    try (InputStream descriptor = Files.newInputStream(root.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(descriptor);
    }
    Set<String> packages;
    try (Stream<Path> files = Files.walk(root)) {
      packages =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> root.relativize(file).getParent())
              .filter(Objects::nonNull)
              .map(folder -> folder.toString().replace('/', '.'))
              .collect(Collectors.toSet());
    }

    assertThat(module.name()).isEqualTo("io.github.extendclient.generated");
    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  private static Set<String> interfaces(String version) throws ClassNotFoundException {
    return Arrays.stream(
            Class.forName("io.github.extendclient." + version + ".ExtendApi").getDeclaredMethods())
        .map(Method::getReturnType)
        .map(Class::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = PackagingTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
