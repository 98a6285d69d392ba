package io.github.extendclient.spec.drift;

import io.github.extendclient.spec.drift.Change.Effect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The changes found so far, each once, even if several operations have it. */
final class Changes {
  private final Map<String, Change> byKey = new LinkedHashMap<>();

  void add(SpecLocation location, String what, Effect effect) {
    Change change = new Change(location.name(), what, effect, location.file());
    change.operations().add(location.operation());
    Change known = byKey.putIfAbsent(change.key(), change);
    if (known != null) {
      known.merge(change);
    }
  }

  Collection<Change> all() {
    return byKey.values();
  }
}
