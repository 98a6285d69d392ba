package io.github.extendclient.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  @Test
  void singleValuesAreComparedByPath() {
    assertThat(
            difference(
                "{'a':1,'b':{'c':'x','d':null},'e':[1,2]}",
                "{'a':1,'b':{'c':'y','d':null},'e':[1,3],'f':true}"))
        .containsExactly(
            correction("b.c", "'x'", "'y'"),
            correction("e[1]", "2", "3"),
            correction("f", "null", "true"));
  }

  @Test
  void anItemRemovedFromTheMiddleOfAListIsOneCorrection() {
    assertThat(difference("{'a':[{'b':1},{'b':2},{'b':3}]}", "{'a':[{'b':1},{'b':3}]}"))
        .containsExactly(correction("a[1]", "{'b':2}", "null"));
  }

  @Test
  void anItemAddedAtTheEndIsOneCorrection() {
    assertThat(difference("{'a':[1]}", "{'a':[1,2]}"))
        .containsExactly(correction("a[1]", "null", "2"));
  }

  @Test
  void aListThatBecomesNullIsOneCorrection() {
    assertThat(difference("{'a':[1]}", "{'a':null}"))
        .containsExactly(correction("a", "[1]", "null"));
  }

  @Test
  void nothingChangedIsNoCorrection() {
    assertThat(difference("{'a':[1,{'b':null}]}", "{'a':[1,{'b':null}]}")).isEmpty();
  }

  @Test
  void toStringShowsNoValues() {
    assertThat(correction("a.b", "1", "2").toString()).isEqualTo("Correction{a.b}");
  }

  private static List<Correction> difference(String before, String after) {
    JsonDifference difference = new JsonDifference();
    difference.compare("", json(before), json(after));
    return difference.corrections();
  }

  private static Correction correction(String path, String before, String after) {
    return new Correction(path, json(before), json(after), null, null);
  }

  private static JsonValue json(String text) {
    return JsonValue.ofJson(text.replace('\'', '"'));
  }
}
