package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java types of schemas. */
class ModelsTest {
  private static final String SHAPES =
      """
      Shape:
        oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
      Circle: {type: object, required: [radius], properties: {radius: {type: number}}}
      Square: {type: object, required: [side], properties: {side: {type: number}}}
      """;

  @TempDir private Path folder;

  @Test
  void unionIsASealedInterfaceOfItsMembers() {
    Generated generated = generated(SHAPES);

    assertThat(generated.code("model/Shape.java"))
        .contains(
            "public sealed interface Shape extends JsonDocument permits Circle, Square,"
                + " Shape.Unknown, FutureMember {")
        .contains("new StructuralUnionAdapter<Shape>(Unknown::new)")
        .contains(".member(Circle.ADAPTER)");
    assertThat(generated.code("model/Circle.java")).contains("implements Shape, Model {");
  }

  @Test
  void unionWithTagFindsItsMembersByIt() {
    String tagged =
        SHAPES.replace(
            "Shape:\n",
            "Shape:\n  discriminator: {propertyName: kind, mapping: {round:"
                + " '#/components/schemas/Circle', square: '#/components/schemas/Square'}}\n");

    assertThat(generated(tagged).code("model/Shape.java"))
        .contains("new TaggedUnionAdapter<Shape>(\"kind\", Unknown::new)")
        .contains(".member(\"round\", Circle.ADAPTER)");
  }

  @Test
  void propertyThatAReleaseRequiredAloneHasItsFactoryMethod() {
    String note =
        sent(
            "{type: object, x-extend-once-required: [[pages, type]],"
                + " properties: {type: {type: string, enum: [note]},"
                + " pages: {type: integer, format: int32}, name: {type: string}}}");

    assertThat(note)
        .contains("public static Note of(int pages) { return builder().pages(pages).build(); }")
        .contains("public Builder pages(@Nullable Integer pages)");
  }

  @Test
  void factoryMethodGoesWhenSomethingElseIsRequired() {
    String note =
        sent(
            "{type: object, required: [name], x-extend-once-required: [[pages]],"
                + " properties: {pages: {type: integer}, name: {type: string}}}");

    assertThat(note).contains("Note of(String name)").doesNotContain("Note of(long pages)");
  }

  @Test
  void limitsInTheDescriptionAreNotStatedTwice() {
    String document =
        """
        Note:
          type: object
          properties:
            size: {type: integer, minimum: 1, maximum: 9, description: From 1 to 9.}
            rank: {type: integer, minimum: 1, maximum: 9, description: A rank.}
        """;

    assertThat(generated(document).text("model/Note.java"))
        .contains("* From 1 to 9.\n")
        .contains("* A rank. At least 1. At most 9.\n");
  }

  /** The class of a schema that a request holds. */
  private String sent(String schema) {
    String document =
        """
        openapi: 3.0.3
        info: {title: T, version: v}
        paths:
          /notes:
            post:
              operationId: notes_create
              tags: [Notes]
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
              responses: {'204': {description: Done.}}
        components: {schemas: {Note: NOTE}}
        """;
    return Generated.of(folder, document.replace("NOTE", schema)).code("model/Note.java");
  }

  @Test
  void unionsHaveAMemberThatProgramsCannotName() {
    assertThat(generated(SHAPES).code("model/FutureMember.java"))
        .contains("final class FutureMember implements UnknownMember, Shape {")
        .doesNotContain("public final class");
  }

  @Test
  void propertyThatBecameNullableKeepsItsFactoryMethod() {
    assertThat(
            sent(
                "{type: object, required: [text], x-extend-once-required: [[text]], properties:"
                    + " {text: {type: string, nullable: true}}}"))
        .contains("public static Note of(String text)");
  }

  @Test
  void numberThatWasAlwaysPresentKeepsItsPrimitive() {
    String note =
        generated(
                "Note: {type: object, x-extend-once-present: [size], properties: {size: {type:"
                    + " integer}}}")
            .code("model/Note.java");

    assertThat(note)
        .contains("public long getSize() { return required(properties.size, \"Note\", \"size\"); }")
        .contains("public @Nullable Long getSizeOrNull()")
        .contains("return optional(properties.size, \"Note\", \"size\");")
        .contains("public Builder size(@Nullable Long size)")
        .contains("public Builder size(long size) { return size(Long.valueOf(size)); }");
  }

  @Test
  void numberThatWasAbsentAtTimesKeepsItsBox() {
    String note =
        generated(
                "Note: {type: object, required: [size], x-extend-once-optional: [size],"
                    + " properties: {size: {type: integer}}}")
            .code("model/Note.java");

    assertThat(note)
        .contains("public Long getSize()")
        .contains("public Builder size(Long size)")
        .doesNotContain("OrNull");
  }

  @Test
  void inlineEnumIsASeparateClass() {
    Generated generated =
        generated("Note: {type: object, properties: {kind: {type: string, enum: [a, b]}}}");

    assertThat(generated.code("model/NoteKind.java"))
        .contains("public static final NoteKind A = new NoteKind(\"a\", true);");
    assertThat(generated.code("model/Note.java")).contains("public @Nullable NoteKind getKind()");
  }

  @Test
  void titleOfInlineEnumIsTheNameOfItsClass() {
    assertThat(
            generated(
                    "Note: {type: object, properties: {kind: {title: Kind, type: string, enum: [a,"
                        + " b]}}}")
                .code("model/Note.java"))
        .contains("public @Nullable Kind getKind()");
  }

  @Test
  void inlineEnumWhoseNameIsTakenIsRefused() {
    assertThatThrownBy(
            () ->
                generated(
                    """
                    NoteKind: {type: object}
                    Note: {type: object, properties: {kind: {type: string, enum: [a, b]}}}
                    """))
        .hasMessage(
            "#/components/schemas/NoteKind: an inline enum with other values needs a class of that"
                + " name: give the enum a title.");
  }

  @Test
  void enumOfOneTextIsAConstant() {
    assertThat(
            generated(
                    "Note: {type: object, required: [kind], properties: {kind: {type: string, enum:"
                        + " [note]}}}")
                .code("model/Note.java"))
        .contains("builder.kind = \"note\";")
        .contains("public String getKind()");
  }

  @Test
  void objectWithIdAndStateIsARun() {
    Generated generated =
        generated(
            """
            Job:
              type: object
              required: [id, status]
              properties:
                id: {type: string}
                status: {type: string, enum: [GOING, DONE], x-extend-pending: [GOING]}
                batchId: {type: string, nullable: true}
                file: {$ref: '#/components/schemas/Scan'}
            Scan: {type: object, x-extend-file: true, required: [id, name], properties: {id: {type: string}, name: {type: string}}}
            """);

    assertThat(generated.code("model/Job.java"))
        .contains("extends ObjectModel implements Run {")
        .contains("@Override public String getId()")
        .contains("@Override public JobStatus getStatus()")
        .contains("@Override public @Nullable String getBatchId()")
        .contains("return files(getFile(), null);");
    assertThat(generated.code("model/Scan.java")).contains("implements FileReference {");
  }

  @Test
  void objectWhoseBatchIsNoTextIsOnlyAState() {
    assertThat(
            generated(
                    """
                    Job:
                      type: object
                      properties:
                        id: {type: string}
                        status: {type: string, enum: [GOING, DONE], x-extend-pending: [GOING]}
                        batchId: {type: integer}
                    """)
                .code("model/Job.java"))
        .contains("implements RunState, Model {");
  }

  @Test
  void fileThatDidNotChangeIsNotWrittenAgain() throws IOException {
    Path circle = generated(SHAPES).path("model/Circle.java");
    FileTime past = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(circle, past);

    generated(SHAPES.replace("side", "edge"));

    assertThat(Files.getLastModifiedTime(circle)).isEqualTo(past);
  }

  @Test
  void fileOfASchemaThatIsGoneIsDeleted() {
    Path square = generated(SHAPES).path("model/Square.java");
    assertThat(square).exists();

    generated("Circle: {type: object, properties: {radius: {type: number}}}");

    assertThat(square).doesNotExist();
  }

  private Generated generated(String schemas) {
    return Generated.of(
        folder,
        "openapi: 3.0.3\ninfo: {title: T, version: v}\npaths: {}\ncomponents:\n  schemas:\n"
            + schemas.indent(4));
  }
}
