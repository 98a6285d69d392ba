package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenProperty;

class ValueTypesTest {
  private final ValueTypes types = new ValueTypes("x.model", Set.of("Shape"), Set.of("Level"));
  private final CodegenProperty property = new CodegenProperty();

  @Test
  void textIsAString() {
    property.isString = true;

    assertThat(types.of(property).shown()).isEqualTo(JavaType.STRING);
  }

  @Test
  void formatOfTextIsHeldAsTextAndShownAsWhatItMeans() {
    property.isDate = true;

    ValueType type = types.of(property);

    assertThat(type.held()).isEqualTo(JavaType.STRING);
    assertThat(type.shown()).isEqualTo(JavaType.of("java.time.LocalDate"));
  }

  @Test
  void integerWithoutFormatIsLong() {
    property.isInteger = true;
    property.isNumeric = true;

    assertThat(types.of(property).primitive()).isEqualTo("long");
  }

  @Test
  void integerOfFormatInt32IsInt() {
    property.isInteger = true;
    property.isNumeric = true;
    property.dataFormat = "int32";

    assertThat(types.of(property).primitive()).isEqualTo("int");
  }

  @Test
  void numberWithoutFormatKeepsItsDigits() {
    property.isNumber = true;

    assertThat(types.of(property).shown()).isEqualTo(JavaType.of("java.math.BigDecimal"));
  }

  @Test
  void referenceToEnumOfNumbersBeginsWithANumber() {
    property.isEnumRef = true;
    property.dataType = "Level";

    assertThat(types.of(property).token()).isEqualTo("NUMBER");
  }

  @Test
  void unionBeginsWithAnyTokenAndHasItsAdapterInUnknown() {
    property.dataType = "Shape";

    ValueType type = types.of(property);

    assertThat(type.token()).isNull();
    assertThat(type.adapter().apply(new Imports("x.model", Set.of())))
        .isEqualTo("Shape.Unknown.ADAPTER");
  }

  @Test
  void elementsThatMayBeNullAreNullable() {
    property.isArray = true;
    property.items = new CodegenProperty();
    property.items.isString = true;
    property.items.isNullable = true;

    assertThat(types.of(property).shown().in(new Imports("x.model", Set.of())))
        .isEqualTo("List<@Nullable String>");
  }
}
