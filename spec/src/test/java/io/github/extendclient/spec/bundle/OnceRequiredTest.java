package io.github.extendclient.spec.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnceRequiredTest {
  private static final String RELEASED =
      """
      paths:
        /files:
          get:
            description: "A text that goes on: \\
              - name: nothing"
            operationId: files_list
            parameters:
            - name: kind
              in: query
              description: Long text that
                required: true
              required: true
            - name: size
              in: query
              required: true
            - name: x-trace-id
              in: header
              required: true
        /files/upload:
          post:
            operationId: files_upload
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    $ref: "#/components/schemas/Form"
      components:
        schemas:
          Form:
            required:
            - file
            - name
            type: object
            properties:
              name:
                type: string
              file:
                type: string
          Note:
            type: object
            properties:
              text:
                type: string
      """;

  @Test
  void sameBundleStaysAsItIs() {
    assertThat(OnceRequired.keep(RELEASED, RELEASED)).isEqualTo(RELEASED);
  }

  @Test
  void parameterThatWasRequiredIsWrittenBesideItsOperation() {
    String now = RELEASED.replaceFirst("in: query\n        required: true\n", "in: query\n");

    assertThat(OnceRequired.keep(RELEASED, now))
        .isEqualTo(
            now.replace(
                "operationId: files_list\n",
                "operationId: files_list\n"
                    + "      x-extend-once-required: [[\"kind\", \"size\", \"x-trace-id\"]]\n"));
  }

  @Test
  void orderOfRequiredParametersIsKept() {
    String now = RELEASED.replace("name: kind", "name: k").replace("name: size", "name: kind");
    now = now.replace("name: k\n", "name: size\n");

    assertThat(OnceRequired.keep(RELEASED, now))
        .contains("x-extend-once-required: [[\"kind\", \"size\", \"x-trace-id\"]]\n");
  }

  @Test
  void partAndPropertyThatWereRequiredAreWritten() {
    String now = RELEASED.replace("      - name\n", "");

    assertThat(OnceRequired.keep(RELEASED, now))
        .contains(
            "operationId: files_upload\n      x-extend-once-required: [[\"name\", \"file\"]]\n")
        .contains("    Form:\n      x-extend-once-required: [[\"file\", \"name\"]]\n");
  }

  @Test
  void earlierReleasesAreRemembered() {
    String second = RELEASED.replace("      - name\n", "");
    String third = second.replace("      required:\n      - file\n", "");
    String released = OnceRequired.keep(RELEASED, second);

    assertThat(OnceRequired.keep(released, third))
        .contains("    Form:\n      x-extend-once-required: [[\"file\", \"name\"], [\"file\"]]\n");
    assertThat(OnceRequired.keep(released, second)).isEqualTo(released);
  }

  @Test
  void removedOrFurtherRequiredElementsKeepNothing() {
    String gone = RELEASED.replace("      - name\n", "").replace("        name:\n", "        x:\n");
    String more =
        RELEASED.replace(
            "      type: object\n      properties:\n        text",
            "      required:\n      - text\n      type: object\n      properties:\n        text");

    assertThat(OnceRequired.keep(RELEASED, gone)).isEqualTo(gone);
    assertThat(OnceRequired.keep(RELEASED, more)).isEqualTo(more);
  }

  @Test
  void numberThatIsNoLongerAlwaysPresentIsNamed() {
    String released = numbers("required: [size]", "");
    String now = numbers("", "");

    assertThat(OnceRequired.keep(released, now))
        .contains("      x-extend-once-present: [\"size\"]\n")
        .doesNotContain("x-extend-once-optional");
    assertThat(OnceRequired.keep(released, numbers("required: [size]", "nullable: true")))
        .contains("      x-extend-once-present: [\"size\"]\n");
  }

  @Test
  void numberThatIsAlwaysPresentNowIsNamed() {
    assertThat(OnceRequired.keep(numbers("", ""), numbers("required: [size]", "")))
        .contains("      x-extend-once-optional: [\"size\"]\n")
        .doesNotContain("x-extend-once-present");
  }

  @Test
  void laterReleasesKeepTheTypesOfNumbers() {
    String first = numbers("required: [size]", "");
    String second = OnceRequired.keep(first, numbers("", ""));
    String third = OnceRequired.keep(second, first);

    assertThat(third).contains("      x-extend-once-present: [\"size\"]\n");
    assertThat(OnceRequired.keep(third, numbers("", "")))
        .contains("      x-extend-once-present: [\"size\"]\n");
  }

  @Test
  void whatBecomesNullableWasRequired() {
    assertThat(
            OnceRequired.keep(
                numbers("required: [size]", ""), numbers("required: [size]", "nullable: true")))
        .contains("      x-extend-once-required: [[\"size\"]]\n");
  }

  /** A bundle with a schema that has a number. */
  private static String numbers(String required, String facts) {
    return """
        components:
          schemas:
            Page:
        REQUIRED
              type: object
              properties:
                size:
                  type: integer
        FACTS
        """
        .replace("REQUIRED\n", required.isEmpty() ? "" : "      required:\n      - size\n")
        .replace("FACTS\n", facts.isEmpty() ? "" : "          " + facts + "\n");
  }
}
