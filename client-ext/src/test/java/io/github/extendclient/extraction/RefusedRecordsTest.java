package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each shape that the API does not take, with the whole message. */
class RefusedRecordsTest {
  private static final String HERE = RefusedRecordsTest.class.getName() + "$";
  private static final String ANYTHING =
      "Declare String, Integer, Long, Double, BigDecimal, Boolean, LocalDate, CurrencyAmount,"
          + " Signature, a record, an enum, or a List of anything of these but an enum.";

  enum Colour {
    RED,
    BLUE
  }

  record OfInt(int a) {}

  record OfBoolean(boolean a) {}

  record OfChar(char a) {}

  @Test
  void primitives() {
    assertRefused(
        OfInt.class,
        "is of the type int, which has no null for what was not found. Declare it as Integer.");
    assertRefused(
        OfBoolean.class,
        "is of the type boolean, which has no null for what was not found. Declare it as"
            + " Boolean.");
    assertRefused(
        OfChar.class,
        "is of the type char, which has no null for what was not found. Declare it as String.");
  }

  record OfFloat(@Nullable Float a) {}

  record OfBigInteger(@Nullable BigInteger a) {}

  @Test
  void otherNumbers() {
    assertRefused(OfFloat.class, "is of the type java.lang.Float. Declare Double or BigDecimal.");
    assertRefused(
        OfBigInteger.class, "is of the type java.math.BigInteger. Declare Long or BigDecimal.");
  }

  record OfInstant(@Nullable Instant a) {}

  record OfDates(List<LocalDateTime> a) {}

  record OfOldDate(@Nullable Date a) {}

  @Test
  void times() {
    String wayOut =
        ", but the API knows days only. Declare LocalDate, or String to take the text with the"
            + " time.";
    assertRefused(OfInstant.class, "is of the type java.time.Instant" + wayOut);
    assertRefused(OfDates.class, "is a List of the type java.time.LocalDateTime" + wayOut);
    assertRefused(OfOldDate.class, "is of the type java.util.Date" + wayOut);
  }

  record OfOptional(Optional<String> a) {}

  record OfOptionalInt(OptionalInt a) {}

  @Test
  void optionals() {
    String wayOut = ". Declare the type without it: a component is null when nothing was found.";
    assertRefused(OfOptional.class, "is of the type java.util.Optional<java.lang.String>" + wayOut);
    assertRefused(OfOptionalInt.class, "is of the type java.util.OptionalInt" + wayOut);
  }

  record OfArray(String[] a) {}

  record OfSet(Set<String> a) {}

  @Test
  void otherCollections() {
    assertRefused(OfArray.class, "is of the type java.lang.String[]. Declare it as List.");
    assertRefused(
        OfSet.class, "is of the type java.util.Set<java.lang.String>. Declare it as List.");
  }

  record OfMap(Map<String, String> a) {}

  record OfMaps(List<Map<String, String>> a) {}

  @Test
  void maps() {
    String wayOut =
        "java.util.Map<java.lang.String, java.lang.String>, but a schema names each value. Declare"
            + " a record with a component for each value, or a List of a record with a key and a"
            + " value.";
    assertRefused(OfMap.class, "is of the type " + wayOut);
    assertRefused(OfMaps.class, "is a List of the type " + wayOut);
  }

  record OfLists(List<List<String>> a) {}

  @Test
  void listsOfLists() {
    assertRefused(
        OfLists.class,
        "is a List of the type java.util.List<java.lang.String>, but a list cannot hold lists."
            + " Declare a record with a List as its component, and this as a List of that"
            + " record.");
  }

  record OfEnums(List<Colour> a) {}

  @Test
  void listsOfEnums() {
    assertRefused(
        OfEnums.class,
        "is a List of the type "
            + HERE
            + "Colour, but a choice cannot be repeated. Declare it as List<String> and name the"
            + " choices in its @Description, or as a List of a record that has the choice as a"
            + " component.");
  }

  @SuppressWarnings("rawtypes")
  record OfRawList(List a) {}

  record OfUnknown(List<?> a) {}

  @Test
  void listsOfUnknown() {
    assertRefused(
        OfRawList.class,
        "is a List without the type of its items. Declare it as List<String>, for example.");
    assertRefused(
        OfUnknown.class, "is a List of the type ?, which has no place in a schema. " + ANYTHING);
  }

  record OfUri(@Nullable URI a) {}

  record OfObject(@Nullable Object a) {}

  @Test
  void otherClasses() {
    assertRefused(
        OfUri.class, "is of the type java.net.URI, which has no place in a schema. " + ANYTHING);
    assertRefused(
        OfObject.class,
        "is of the type java.lang.Object, which has no place in a schema. " + ANYTHING);
  }

  record Box<V>(@Nullable V a) {}

  record OfBox(@Nullable Box<String> a) {}

  @Test
  void genericRecords() {
    assertRefused(
        OfBox.class,
        "is of the type "
            + HERE
            + "Box<java.lang.String>, a generic record. Declare a record of its own with the types"
            + " of its components.");
    assertThatThrownBy(() -> ExtractionSchema.of(Box.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The record "
                + HERE
                + "Box is generic. Declare a record of its own with the types of its components.");
  }

  record Itself(@Nullable Itself a) {}

  record Chicken(List<Egg> eggs) {}

  record Egg(@Nullable Chicken a) {}

  @Test
  void recursiveRecords() {
    String wayOut =
        ". Declare a record for each level that is wanted, the last without the component.";
    assertRefused(Itself.class, "is recursive: Itself in Itself" + wayOut);
    assertRefused(Chicken.class, Egg.class, "is recursive: Chicken in Egg in Chicken" + wayOut);
  }

  record D0(D1 a) {}

  record D1(D2 a) {}

  record D2(List<D3> a) {}

  record D3(D4 a) {}

  record D4(D5 a) {}

  record D5(@Nullable String text, @Nullable CurrencyAmount a) {}

  @Test
  void recordsThatAreTooDeep() {
    assertRefused(
        D0.class,
        D5.class,
        "nests 6 records below D0, but the API takes 5. Move its components into the record around"
            + " it.");
  }

  record Empty() {}

  @Test
  void recordsWithoutComponents() {
    assertThatThrownBy(() -> ExtractionSchema.of(Empty.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The record "
                + HERE
                + "Empty has no components. Declare one for each value to extract.");
  }

  record OfEmpty(@Nullable None a) {}

  enum None {}

  record OfSame(@Nullable Same a) {}

  enum Same {
    PAID,
    @Name("paid")
    SETTLED
  }

  record OfBlank(@Nullable Blank a) {}

  enum Blank {
    @Name(" ")
    NOTHING
  }

  @Test
  void enumsWithoutAClearChoice() {
    String wayOut = ". Give the constant a text of its own with @Name(\"...\").";
    assertRefused(
        OfEmpty.class,
        "offers no choice: " + HERE + "None has no constants. Declare at least one constant.");
    assertRefused(
        OfSame.class,
        "offers the choice \"paid\" twice, by the constant SETTLED of " + HERE + "Same" + wayOut);
    assertRefused(
        OfBlank.class,
        "offers the choice \" \", by the constant NOTHING of " + HERE + "Blank" + wayOut);
  }

  record OfBadKey(@Name("total due") @Nullable String a) {}

  record OfLongName(@Nullable String größe) {}

  @Test
  void keysThatTheApiDoesNotTake() {
    assertRefused(
        OfBadKey.class,
        "has the key \"total due\", but the API takes only A-Z, a-z, 0-9, _ and -. Give it another"
            + " with @Name(\"...\").");
    assertThatThrownBy(() -> ExtractionSchema.of(OfLongName.class))
        .hasMessage(
            "The component größe of the record "
                + HERE
                + "OfLongName has the key \"größe\", but the API takes only A-Z, a-z, 0-9, _ and -."
                + " Give it another with @Name(\"...\").");
  }

  record SameKeys(@Nullable String totalDue, @Name("total_due") @Nullable String sum) {}

  @Test
  void duplicateKeys() {
    assertThatThrownBy(() -> ExtractionSchema.of(SameKeys.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The record "
                + HERE
                + "SameKeys has the key \"total_due\" twice: for totalDue and sum. Give one of them"
                + " another with @Name(\"...\").");
  }

  @Test
  void otherTypesThanRecords() {
    assertThatThrownBy(() -> ExtractionSchema.of(Record.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "java.lang.Record is not a record. Declare a record with a component for each value to"
                + " extract.");
  }

  private static void assertRefused(Class<? extends Record> type, String problem) {
    assertRefused(type, type, problem);
  }

  private static void assertRefused(
      Class<? extends Record> type, Class<?> culprit, String problem) {
    assertThatThrownBy(() -> ExtractionSchema.of(type))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The component a of the record " + culprit.getName() + " " + problem);
  }
}
