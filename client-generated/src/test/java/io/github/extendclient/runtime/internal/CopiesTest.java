package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesTest {
  @Test
  void laterChangesDoNotShow() {
    Map<String, List<String>> inner = new HashMap<>(Map.of("k", new ArrayList<>(List.of("v"))));
    List<Map<String, List<String>>> outer = new ArrayList<>(List.of(inner));

    List<Map<String, List<String>>> copy = Copies.list(outer);
    inner.put("l", List.of());
    outer.clear();

    assertThat(copy).isEqualTo(List.of(Map.of("k", List.of("v"))));
  }

  @Test
  void copiesCannotBeChanged() {
    List<Map<String, String>> list = Copies.list(List.of(Map.of("a", "b")));

    assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.get(0).clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void nullAndOrderAreKept() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("b", null);
    map.put("a", "1");

    assertThat(Copies.map(map)).isEqualTo(map).containsOnlyKeys("b", "a");
    assertThat(Copies.map(map).keySet()).containsExactly("b", "a");
    assertThat(Copies.list(Arrays.asList("x", null))).containsExactly("x", null);
  }
}
