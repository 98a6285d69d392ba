package io.github.extendclient.nasty;

import static io.github.extendclient.nasty.Json.MOSHI;
import static io.github.extendclient.nasty.Json.read;
import static io.github.extendclient.nasty.Json.roundTrip;
import static io.github.extendclient.nasty.Json.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonEncodingException;
import io.github.extendclient.nasty.model.Details;
import io.github.extendclient.nasty.model.FreeForm;
import io.github.extendclient.nasty.model.FullRun;
import io.github.extendclient.nasty.model.Leaf;
import io.github.extendclient.nasty.model.NastyRun;
import io.github.extendclient.nasty.model.NastyStatus;
import io.github.extendclient.nasty.model.Odd;
import io.github.extendclient.nasty.model.Optional;
import io.github.extendclient.nasty.model.RunOrStatus;
import io.github.extendclient.nasty.model.RunStatusOnly;
import io.github.extendclient.nasty.model.Secrets;
import io.github.extendclient.nasty.model.Shape;
import io.github.extendclient.nasty.model.Source;
import io.github.extendclient.nasty.model.ThingPage;
import io.github.extendclient.nasty.model.UnionHolder;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.MissingPropertyException;
import java.io.EOFException;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown data is kept, and free-form values keep their digits. */
class OpennessTest {
  @Test
  void unknownPropertiesAreKept() {
    Leaf leaf =
        roundTrip(
            Leaf.class, "{'new': {'deep': [1.10, null]}, 'text': 't', 'newer': null, 'n': 1e400}");

    assertThat(leaf.unknownProperties())
        .containsExactly(
            Map.entry("new", JsonValue.ofJson("{\"deep\": [1.10, null]}")),
            Map.entry("newer", JsonValue.NULL),
            Map.entry("n", JsonValue.ofJson("1e400")));
  }

  @Test
  void anUnknownPropertyCanBeSet() {
    Leaf leaf =
        Leaf.builder().text("t").unknownProperty("priority", JsonValue.of(List.of(1, 2))).build();

    assertThat(write(Leaf.class, leaf)).isEqualTo("{\"text\":\"t\",\"priority\":[1,2]}");
  }

  @Test
  void aKnownPropertyIsNotSetTwice() {
    assertThatThrownBy(() -> Leaf.builder().unknownProperty("text", JsonValue.of("t")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The property text is known: use its setter, or it would be sent twice.");
  }

  @Test
  void freeFormValuesKeepAllTheirDigits() {
    String json =
        "{'any': 12345678901234567890.12345678901234567890, 'optionalAny': null,"
            + " 'list': [1.0, 1.00, 1e-400, -0, null, [], {}], 'map': {'a': 0.10, 'b': null},"
            + " 'anything': {'x': 100000000000000000001}, 'nullableItems': ['a', null],"
            + " 'nullableNumbers': [null, 1], 'nullableValues': {'a': null, 'b': 1.5}}";
    FreeForm freeForm = roundTrip(FreeForm.class, json);

    assertThat(write(FreeForm.class, freeForm))
        .contains("12345678901234567890.12345678901234567890", "1.00", "1e-400", "-0", "0.10");
    assertThat(freeForm.getNullableItems()).containsExactly("a", null);
    assertThat(freeForm.getNullableValues()).containsEntry("a", null);
  }

  @Test
  void anyValueMayBeNullOrAbsent() {
    FreeForm freeForm = roundTrip(FreeForm.class, "{'any': null, 'nullableItems': []}");

    assertThat(freeForm.getAny()).isSameAs(JsonValue.NULL);
    assertThat(freeForm.getOptionalAny()).isNull();
  }

  @Test
  void unknownEnumValuesAreKept() {
    UnionHolder holder =
        roundTrip(UnionHolder.class, "{'odd': ['a b', 'brand new'], 'oddMap': {'k': 'newer'}}");

    assertThat(holder.getOdd()).containsExactly(Odd.A_SPACE_B, Odd.of("brand new"));
    assertThat(holder.getOdd()).extracting(Odd::isKnown).containsExactly(true, false);
  }

  @Test
  void anUnknownStateIsTerminal() {
    assertThat(NastyStatus.WAITING.isPending()).isTrue();
    assertThat(NastyStatus.of("PAUSED").isPending()).isFalse();
    assertThat(NastyStatus.of("PAUSED").isTerminal()).isTrue();
  }

  @Test
  void aRunIsPendingAsItsStatusSays() {
    assertThat(read(NastyRun.class, "{'id': 'run_1', 'status': 'WAITING'}").isPending()).isTrue();
    assertThat(read(NastyRun.class, "{'id': 'run_1', 'status': 'DONE'}").isPending()).isFalse();
    assertThatThrownBy(() -> read(NastyRun.class, "{'id': 'run_1'}").isPending())
        .isInstanceOf(MissingPropertyException.class);
    assertThat(read(FullRun.class, "{'object': 'full_run', 'id': 'run_1'}").isPending()).isFalse();
  }

  @Test
  void aUnionOfRunsIsPendingAsItsMemberSays() {
    RunOrStatus status = read(RunOrStatus.class, "{'status': 'WAITING', 'object': 'run_status'}");
    assertThat(status).isInstanceOf(RunStatusOnly.class);
    assertThat(status.isPending()).isTrue();
    assertThat(read(RunOrStatus.class, "{'object': 'something'}").isPending()).isFalse();
  }

  @Test
  void constantsAreSetByTheBuilderAndNotInventedWhenReading() {
    assertThat(FullRun.builder().id("run_1").build().getObject()).isEqualTo("full_run");
    FullRun read = read(FullRun.class, "{'id': 'run_1'}");
    assertThatThrownBy(read::getObject)
        .isExactlyInstanceOf(MissingPropertyException.class)
        .hasMessage(
            "FullRun.object is required by the API's description, but the response does not have"
                + " it.");
    assertThat(write(FullRun.class, read)).isEqualTo("{\"id\":\"run_1\"}");
    assertThat(read(FullRun.class, "{'object': 'renamed'}").getObject()).isEqualTo("renamed");
  }

  @Test
  void optionalConstantsAreOptional() {
    assertThat(write(Optional.class, Optional.builder().build())).isEqualTo("{}");
    roundTrip(Optional.class, "{'optionalConstant': 'fixed', 'nullableConstant': null}");
    roundTrip(Optional.class, "{'nullableConstant': 'fixed', 'old': 'x'}");
    roundTrip(Optional.class, "{}");
  }

  @Test
  void aPageHasItemsAndToken() {
    ThingPage page = read(ThingPage.class, "{'data': [{'text': 'a'}], 'next': 'token'}");
    assertThat(page.pageItems()).extracting(Leaf::getText).containsExactly("a");
    assertThat(page.pageToken()).isEqualTo("token");
    assertThat(read(ThingPage.class, "{}").pageItems()).isEmpty();
  }

  @Test
  void secretsAreNotPrinted() {
    String text =
        read(
                Secrets.class,
                "{'password': 'hush1', 'more': {'a': 'hush2'}, 'keys': {'b': 'hush3'},"
                    + " 'user': 'me', 'nested': [{'password': 'hush4'}], 'newSecret': 'hush5'}")
            .toString();

    assertThat(text)
        .isEqualTo(
            "Secrets{password=***, more=***, keys=***, user=me,"
                + " nested=[Secrets{password=***}], newSecret=…}");
  }

  @Test
  void longValuesAreCut() {
    Leaf leaf = Leaf.builder().text("x".repeat(1000)).build();
    assertThat(leaf).hasToString("Leaf{text=" + "x".repeat(200) + "…}");

    Details unknown = read(Details.class, "{'a': '" + "x".repeat(1000) + "'}");
    assertThat(unknown).hasToString("Details.Unknown{json={\"a\":\"" + "x".repeat(194) + "…}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text': 'text', 'number': 1.5, 'new': {'a': [1, {'b': true}]}}",
        "{'kind': 'group-1', 'shapes': [{'kind': 'circle', 'radius': 1}, {'corners': 3, 'kind':"
            + " 'square'}, {'kind': 'new', 'a': ['\\u00e9']}]}",
        "{'shapes': [{'radius': -1.5e3, 'kind': 'circle', 'label': null}], 'kind': 'group-1'}",
      })
  void aDocumentThatIsCutOffAnywhereIsNamedByItsPath(String json) {
    byte[] whole = Json.quoted(json).getBytes(UTF_8);
    for (Class<?> type : List.of(Leaf.class, Shape.class, Source.class, JsonValue.class)) {
      for (int length = 0; length < whole.length; length++) {
        Buffer cut = new Buffer().write(whole, 0, length);
        assertThatThrownBy(() -> MOSHI.adapter(type).fromJson(cut))
            .as(cut.snapshot().utf8())
            .isExactlyInstanceOf(JsonEncodingException.class)
            .hasMessageContaining(" at path $");
      }
    }
  }

  @Test
  void theMessageOfADocumentThatIsCutOffSaysWhere() {
    assertThatThrownBy(
            () -> MOSHI.adapter(Shape.class).fromJson("{\"kind\":\"group-1\",\"shapes\":[{"))
        .isExactlyInstanceOf(JsonEncodingException.class)
        .hasMessage("The document is cut off at path $.shapes[0].")
        .hasCauseExactlyInstanceOf(EOFException.class);
  }
}
