package io.github.extendclient.spec.lint;

import static io.github.extendclient.spec.lint.RuleCases.schemas;

import io.github.extendclient.spec.lint.RuleCases.Case;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of the rules on schemas, names and unions. */
final class SchemaRuleCases {

  private SchemaRuleCases() {}

  static void addTo(Map<String, Case> cases) {
    cases.put(
        "references resolve",
        new Case(
            schemas("A:\n  description: a\n  allOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A/allOf/0: `#/schemas/B` leads nowhere. Fix: correct the file or the"
                + " name."));
    cases.put(
        "references stand alone",
        new Case(
            schemas("A:\n  $ref: '#/schemas/A'\n  nullable: true"),
            "bad.yaml#/schemas/A: what stands beside `$ref` is ignored. Fix: write description and"
                + " allOf with the one reference, or the oneOf with null."));
    cases.put(
        "schema names are usable and unique",
        new Case(
            schemas("Enum:\n  type: string"),
            "bad.yaml#/schemas/Enum: `Enum` is no usable name of a schema. Fix: choose a name in"
                + " PascalCase that Java, Retrofit and YAML leave free."));
    cases.put(
        "schema names are what a person would type",
        new Case(
            schemas("RunStatusStatus:\n  type: string"),
            "bad.yaml#/schemas/RunStatusStatus: `RunStatusStatus` is made of a path, or repeats or"
                + " shortens a word. Fix: say each word once: the type is named."));
    cases.put(
        "enums differ in their values",
        new Case(
            schemas("A:\n  enum: [x, y]\nB:\n  enum: [y, x]"),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "unions differ in their members",
        new Case(
            schemas(
                """
                A:
                  oneOf:
                    - $ref: '#/schemas/C'
                    - $ref: '#/schemas/D'
                B:
                  oneOf:
                    - $ref: '#/schemas/D'
                    - $ref: '#/schemas/C'
                """),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "objects differ in properties",
        new Case(
            schemas(
                """
                A:
                  required: [x]
                  properties:
                    x: {type: string, description: One thing., x-extend-id: [a_]}
                B:
                  properties:
                    x: {type: string, description: Another.}
                C:
                  properties:
                    x: {type: string, nullable: true}
                """),
            "bad.yaml#/schemas/B: `B` is the same as `A`. Fix: use one schema, or say in"
                + " same-shape.yaml why they are two things."));
    cases.put(
        "null is written in one of two ways",
        new Case(
            schemas("A:\n  nullable: true\n  allOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A: `nullable` without `type` has no effect. Fix: write oneOf with the"
                + " reference and {type: object, nullable: true, enum: [null]}."));
    cases.put(
        "objects and enums are named",
        new Case(
            schemas("A:\n  type: array\n  items:\n    type: object\n    properties: {}"),
            "bad.yaml#/schemas/A/items: an object without a name gets an invented one. Fix: move it"
                + " under schemas and refer to it."));
    cases.put(
        "an object has properties or is a map",
        new Case(
            schemas("A:\n  type: object\n  properties: {}\n  additionalProperties: true"),
            "bad.yaml#/schemas/A: `properties` beside `additionalProperties` turns the object into a"
                + " map. Fix: keep one of them."));
    cases.put(
        "numbers say their format",
        new Case(
            schemas("A:\n  type: integer"),
            "bad.yaml#/schemas/A: `integer` has the format ``. Fix: integer takes int32 or int64,"
                + " number takes double."));
    cases.put(
        "texts have only formats that are read",
        new Case(
            schemas("A:\n  type: string\n  format: uuid"),
            "bad.yaml#/schemas/A: `string` has the format `uuid`. Fix: a string takes date-time, the"
                + " file of a multipart body binary, anything else none."));
    cases.put(
        "every schema is described",
        new Case(
            schemas("A:\n  type: string"),
            "bad.yaml#/schemas/A: there is no description. Fix: say what it is for."));
    cases.put(
        "enum values are described",
        new Case(
            schemas("A:\n  type: string\n  enum: [x, y]\n  x-enum-descriptions: [First.]"),
            "bad.yaml#/schemas/A: 2 values have 1 descriptions. Fix: give x-enum-descriptions one"
                + " entry for each value, in the same order."));
    cases.put(
        "required properties are declared",
        new Case(
            schemas("A:\n  type: object\n  required: [x]\n  properties: {}"),
            "bad.yaml#/schemas/A: `x` is required but not declared. Fix: declare or drop it."));
    cases.put(
        "property names can stand in quotes",
        new Case(
            schemas("A:\n  type: object\n  properties:\n    'a\"b': {}"),
            "bad.yaml#/schemas/A: the property `a\"b` cannot stand in quotes. Fix: leave it to the"
                + " unknown properties: templates do not escape names."));
    cases.put(
        "property names do not clash in Java",
        new Case(
            schemas("A:\n  type: object\n  properties:\n    a-b: {}\n    aB: {}"),
            "bad.yaml#/schemas/A: `a-b` and `aB` get the same Java name. Fix: map one of them in the"
                + " generator's configuration and note it in this rule."));
    cases.put(
        "no composition but oneOf and a described reference",
        new Case(
            schemas("A:\n  anyOf:\n    - $ref: '#/schemas/B'"),
            "bad.yaml#/schemas/A: `anyOf` is not understood by all generators. Fix: use oneOf of"
                + " named objects, or allOf with one reference to describe it."));
    cases.put(
        "members of a union are named objects",
        new Case(
            schemas("A:\n  oneOf:\n    - $ref: '#/schemas/B'\nB:\n  type: string"),
            "bad.yaml#/schemas/A: `#/schemas/B` is not a named object. Fix: list the objects"
                + " themselves, also those of an inner union."));
    cases.put(
        "an object is a member of at most four unions",
        new Case(
            schemas(
                "A:\n  properties: {}\n"
                    + Stream.of("B", "C", "D", "E", "F")
                        .map(name -> name + ":\n  oneOf:\n    - $ref: '#/schemas/A'\n")
                        .collect(Collectors.joining())),
            "bad.yaml#/schemas/A: it is a member of [B, C, D, E, F]. Fix: give unions with equal"
                + " members one name."));
    cases.put(
        "a tag without a discriminator is a constant of the members",
        new Case(
            schemas(
                "A:\n  x-extend-tag: type\n  oneOf:\n    - $ref: '#/schemas/B'\nB:\n  properties: {}"),
            "bad.yaml#/schemas/A: `#/schemas/B` has no constant `type`. Fix: declare it there,"
                + " required, as an enum of one value."));
    cases.put(
        "a discriminator maps every tag to a member that declares it",
        new Case(
            schemas(
                """
                A:
                  oneOf:
                    - $ref: '#/schemas/B'
                  discriminator:
                    propertyName: type
                    mapping:
                      b: '#/schemas/B'
                B:
                  type: object
                  properties:
                    type:
                      type: string
                """),
            "bad.yaml#/schemas/A: `#/schemas/B` does not require `type` to be `b`. Fix: declare the"
                + " property there, required, with this value in its enum."));
  }
}
