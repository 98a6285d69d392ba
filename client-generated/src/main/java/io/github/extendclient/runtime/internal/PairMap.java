package io.github.extendclient.runtime.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and values for Retrofit, which iterates over the entries: several may have the same name.
 */
final class PairMap extends AbstractMap<String, String> {
  private final List<RequestParameters.Pair> pairs;

  PairMap(List<RequestParameters.Pair> pairs) {
    this.pairs = pairs;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return pairs.stream().map(pair -> Map.entry(pair.name(), pair.value())).iterator();
      }

      @Override
      public int size() {
        return pairs.size();
      }
    };
  }
}
