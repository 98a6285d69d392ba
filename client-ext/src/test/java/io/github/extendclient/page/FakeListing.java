package io.github.extendclient.page;

import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server's listing, by token; remembers what it was asked. */
final class FakeListing {
  private final Map<@Nullable String, FakePage> pages = new HashMap<>();
  private final List<Params> asked = new ArrayList<>();
  private @Nullable RuntimeException failure;

  record Params(String filter, @Nullable String token) implements PageRequest<Params> {
    @Override
    public Params withPageToken(@Nullable String next) {
      return new Params(filter, next);
    }
  }

  record FakePage(List<String> pageItems, @Nullable String pageToken) implements Page<String> {}

  static Params params() {
    return new Params("red", null);
  }

  /** Adds the page that a token leads to. */
  FakeListing page(@Nullable String token, @Nullable String next, String... items) {
    pages.put(token, new FakePage(List.of(items), next));
    return this;
  }

  void failOnce(RuntimeException thrown) {
    failure = thrown;
  }

  FakePage list(Params params) {
    asked.add(params);
    RuntimeException thrown = failure;
    if (thrown != null) {
      failure = null;
      throw thrown;
    }
    FakePage page = pages.get(params.token());
    if (page == null) {
      throw new AssertionError("There is no page " + params.token());
    }
    return page;
  }

  CompletableFuture<FakePage> listAsync(Params params) {
    return CompletableFuture.completedFuture(list(params));
  }

  List<Params> asked() {
    return asked;
  }

  int loads() {
    return asked.size();
  }
}
