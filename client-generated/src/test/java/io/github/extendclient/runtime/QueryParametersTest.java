package io.github.extendclient.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryParametersTest {
  @Test
  void whatIsNotSetIsNotSent() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("b", 1);
    values.put("a", null);
    values.put("c", DateTime.ofText("2026-02-09T12:30:00Z"));

    QueryParameters query = new Query(values);

    assertThat(query).containsExactly(Map.entry("b", "1"), Map.entry("c", "2026-02-09T12:30:00Z"));
    assertThat(query).hasToString("{b=1, c=2026-02-09T12:30:00Z}");
  }

  @Test
  void aQueryCannotBeChanged() {
    QueryParameters query = new Query(Map.of("a", "b"));

    assertThatThrownBy(() -> query.put("c", "d")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(query::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  private static final class Query extends QueryParameters {
    Query(Map<String, ? extends @Nullable Object> values) {
      super(values);
    }
  }
}
