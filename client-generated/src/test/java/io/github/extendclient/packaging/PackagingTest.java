package io.github.extendclient.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.runtime.Model;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.OpenIntegerEnum;
import io.github.extendclient.runtime.internal.ObjectModel;
import io.github.extendclient.runtime.internal.PlainCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
    Set<String> models = new TreeSet<>();
    for (JsonNode entry :
        new ObjectMapper()
            .readTree(
                resource(
                    "META-INF/native-image/io.github.extendclient/"
                        + version
                        + "/reachability-metadata.json"))
            .get("reflection")) {
      JsonNode type = entry.get("type");
      if (entry.has("condition")) {
        assertThat(entry.at("/condition/typeReached")).isEqualTo(type);
        models.add(type.asText());
      } else if (type.isTextual()) {
        types.add(type.asText());
      } else {
        proxies.add(type.get("proxy").get(0).asText());
      }
    }

    assertThat(proxies).isEqualTo(interfaces(version)).isEqualTo(types).isNotEmpty();
    assertThat(models).isEqualTo(classesThatJacksonMakes(version)).isNotEmpty();
  }

  @Test
  void aNativeImageKnowsWhatJacksonAndSerializationCall() throws Exception {
    for (JsonNode entry :
        new ObjectMapper()
            .readTree(
                resource(
                    "META-INF/native-image/io.github.extendclient/runtime/reachability-metadata.json"))
            .get("reflection")) {
      Class<?> type = Class.forName(entry.get("type").asText());
      assertThat(entry.has("serializable"))
          .as(type.getName())
          .isEqualTo(
              Serializable.class.isAssignableFrom(type) && Modifier.isFinal(type.getModifiers()));
    }
  }

  /** Each rule that keeps methods of a kind of class finds one in every class of that kind. */
  @Test
  void aShrunkApplicationKeepsWhatJacksonAndSerializationCall() throws Exception {
    String rules = resource("META-INF/proguard/extend-runtime.pro");

    assertThat(rules)
        .contains(
            "@" + PlainCreator.class.getName() + " public static *** *(...);",
            "@" + com.fasterxml.jackson.annotation.JsonValue.class.getName() + " public *** *();",
            " extends " + ObjectModel.class.getName() + " {",
            " extends " + OpenEnum.class.getName() + " {",
            " extends " + OpenIntegerEnum.class.getName() + " {");
    for (String name : classesThatJacksonMakes("v20260209")) {
      Class<?> type = Class.forName(name);
      if (ObjectModel.class.isAssignableFrom(type)) {
        assertThat(type).hasPublicMethods("fromJson", "ofPlain", "toPlain");
      } else if (OpenEnum.class.isAssignableFrom(type)) {
        assertThat(type).hasPublicMethods("of", "value");
      }
    }
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
  void theModuleExportsAllPackagesAndOneOfThemToTheExtensionAlone() throws Exception {
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
    assertThat(module.exports())
        .filteredOn(ModuleDescriptor.Exports::isQualified)
        .singleElement()
        .satisfies(
            hidden -> {
              assertThat(hidden.source()).isEqualTo(ObjectModel.class.getPackageName());
              assertThat(hidden.targets()).containsExactly("io.github.extendclient");
            });
  }

  /** The types with a creator for Jackson. */
  private static Set<String> classesThatJacksonMakes(String version) throws Exception {
    Path root = Path.of(Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files =
        Files.list(root.resolve("io/github/extendclient/" + version + "/model"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Class<?> type =
            Class.forName(
                "io.github.extendclient."
                    + version
                    + ".model."
                    + file.getFileName().toString().replace(".class", ""));
        if (Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(PlainCreator.class))) {
          names.add(type.getName());
        }
      }
    }
    return names;
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
