package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the statements of README.md that a test can check. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String ENTRY = "client-ext/src/main/java/io/github/extendclient/";

  private final String readme = read("README.md");

  @Test
  void isShort() {
    assertThat(readme.lines()).hasSizeLessThan(200);
  }

  @Test
  void countsTheOperations() {
    assertThat(readme)
        .contains(
            "all "
                + operations(io.github.extendclient.v20260209.ExtendApi.class)
                + " operations of API version 2026-02-09 and all "
                + operations(io.github.extendclient.v20250421.ExtendApi.class)
                + " of 2025-04-21");
  }

  @Test
  void namesTheVersionsThatTheBuildEnforces() {
    String pom = read("pom.xml");
    assertThat(pom).contains("<version>[17,)</version>", "<version>[3.8.7,)</version>");
    assertThat(readme).contains("They need JDK 17 or newer and Maven 3.8.7 or newer");
  }

  @Test
  void namesCommandsProfilesAndPropertiesThatExist() {
    assertThat(readme.lines()).contains("mvn verify", "mvn -q -Pmain-job verify");
    assertThat(profiles(readme)).isNotEmpty().allSatisfy(this::exists);
    assertThat(readme).contains("-Ddocument=");
    assertThat(read("examples/pom.xml")).contains("<document>", "${document}");
    assertThat(read(ENTRY + "ExtendClientBuilder.java")).contains("\"EXTEND_API_KEY\"");
  }

  @Test
  void installsTheVersionOfThisBuild() {
    String version = found("<version>([^<]+)</version>", read("pom.xml")).findFirst().orElseThrow();

    assertThat(readme)
        .contains("<version>" + version + "</version>")
        .contains("implementation(\"io.github.extendclient:extend-client:" + version + "\")");
    assertThat(read("bom/pom.xml")).contains("<version>" + version + "</version>");
  }

  @Test
  void theBomHasTheVersionsOfThisBuild() {
    String pom = read("pom.xml");
    String bom = read("bom/pom.xml");
    for (String library : List.of("moshi", "okhttp", "okio")) {
      assertThat(bom).contains("<version>" + property(pom, library + ".version") + "</version>");
    }
  }

  @Test
  void thePageOfVersionsHasThoseOfThisBuild() {
    String pom = read("pom.xml");
    String page = read("docs/versions.md");
    for (String library : List.of("moshi", "okhttp", "kotlin", "retrofit")) {
      assertThat(page).contains("the build uses " + property(pom, library + ".version"));
    }
  }

  @Test
  void listsTheModules() {
    List<String> modules =
        found("<module>([^<]+)</module>", read("pom.xml"))
            .filter(module -> !module.contains("/"))
            .toList();
    assertThat(found("(?m)^\\| `([\\w-]+)` \\| (?:`|not published)", readme))
        .containsExactlyElementsOf(modules);
    found("(?m)^\\| `([\\w-]+)` \\| `", readme)
        .forEach(
            module ->
                assertThat(readme).contains("| `" + module + "` | `" + artifact(module) + "` |"));
  }

  @Test
  void listsWhatTheClientDependsOn() {
    String pom = read("client-ext/pom.xml");
    Set<String> artifacts =
        found("(?s)<dependency>(.*?)</dependency>", pom)
            .filter(dependency -> !dependency.contains("<scope>"))
            .map(dependency -> found("<artifactId>([^<]+)</artifactId>", dependency).findFirst())
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(artifacts)
        .as("README.md says what it depends on")
        .containsExactly(
            "extend-client-generated",
            "guava",
            "jspecify",
            "kotlin-stdlib",
            "moshi",
            "okhttp-jvm",
            "okio-jvm",
            "retrofit",
            "slf4j-api");
    assertThat(readme.replace('\n', ' '))
        .contains(
            "It depends on Retrofit, Moshi, OkHttp (`okhttp-jvm`), Guava, the SLF4J API, and their"
                + " dependencies, such as Okio and Kotlin's library.");
  }

  @Test
  void everyLineOfTheComparisonNamesATestThatExists() {
    List<MatchResult> lines =
        Pattern.compile("(?m)\\| \\[`(\\w+)`\\]\\(([^)]+/(\\w+)\\.java)\\) \\|$")
            .matcher(readme)
            .results()
            .toList();
    String comparison = readme.substring(readme.indexOf("| shown by |"));
    long rows = comparison.lines().skip(2).takeWhile(line -> line.startsWith("|")).count();

    assertThat(lines).hasSize((int) rows).hasSizeGreaterThan(10);
    for (MatchResult line : lines) {
      boolean isClass = line.group(1).equals(line.group(3));
      assertThat(read(line.group(2)))
          .as(line.group())
          .contains("@")
          .contains(isClass ? "class " + line.group(1) : " " + line.group(1) + "(");
    }
  }

  @Test
  void linksOfAllPagesLeadSomewhere() throws IOException {
    for (Path page : SnippetsTest.pages()) {
      String text = Files.readString(page);
      found("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)", withoutCode(text))
          .forEach(
              link ->
                  assertThat(page.resolveSibling(link))
                      .as("the link " + link + " in " + page)
                      .exists());
      assertThat(profiles(text)).as(page.toString()).allSatisfy(this::exists);
    }
  }

  @Test
  void theIndexListsEveryPage() throws IOException {
    String index = read("docs/README.md");
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }
  }

  @Test
  void theMethodsAndExceptionsOfTheTextExist() throws IOException {
    Set<String> methods = methods(io.github.extendclient.ExtendClient.class);
    Set<String> exceptions =
        found(
                "(?m)\\.(\\w+Exception) [\\w ]*class",
                read("client-ext/api.txt") + read("client-generated/api.txt"))
            .collect(Collectors.toSet());
    exceptions.addAll(Set.of("IllegalArgumentException", "UncheckedIOException"));
    for (Path page : SnippetsTest.pages()) {
      String text = withoutCode(Files.readString(page));
      assertThat(found("`extend\\.(\\w+)\\(", text).filter(name -> !methods.contains(name)))
          .as("methods of ExtendClient in " + page)
          .isEmpty();
      assertThat(found("`(?!ExtendClient)(\\w+Exception)`", text))
          .as("exceptions in " + page)
          .allMatch(exceptions::contains);
    }
  }

  private static Set<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
  }

  private static String withoutCode(String page) {
    return page.replaceAll("(?s)```.*?```", "");
  }

  private static long operations(Class<?> version) {
    return Arrays.stream(version.getMethods())
        .map(Method::getReturnType)
        .filter(Class::isInterface)
        .flatMap(api -> Arrays.stream(api.getMethods()))
        .map(method -> method.getAnnotation(Operation.class))
        .filter(Objects::nonNull)
        .map(Operation::id)
        .distinct()
        .count();
  }

  private static Stream<String> profiles(String text) {
    return found("mvn [^\\n]*-P([\\w-]+)", text);
  }

  private void exists(String profile) {
    assertThat(Stream.of("pom.xml", "spec/pom.xml", "examples/pom.xml").map(ReadmeTest::read))
        .as("the profile " + profile)
        .anyMatch(pom -> pom.contains("<id>" + profile + "</id>"));
  }

  private static String property(String pom, String name) {
    return found("<" + name + ">([^<]+)</", pom).findFirst().orElseThrow();
  }

  private static String artifact(String module) {
    String pom = read(module + "/pom.xml").replaceAll("(?s)<parent>.*?</parent>", "");
    return found("<artifactId>([^<]+)</artifactId>", pom).findFirst().orElseThrow();
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
