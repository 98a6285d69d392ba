package io.github.extendclient.page;

import io.github.extendclient.internal.time.UncaughtErrors;
import io.github.extendclient.runtime.Page;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One iteration over a listing, page after page. */
final class AsyncWalk<T> {
  private final Function<@Nullable String, ? extends CompletableFuture<? extends Page<T>>> load;
  private final PageTokens tokens;
  private final Predicate<? super Page<T>> goOn;
  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<? extends Page<T>> loading;

  AsyncWalk(
      Function<@Nullable String, ? extends CompletableFuture<? extends Page<T>>> load,
      PageTokens tokens,
      Predicate<? super Page<T>> goOn) {
    this.load = load;
    this.tokens = tokens;
    this.goOn = goOn;
  }

  CompletableFuture<Void> start() {
    result.whenComplete((nothing, failure) -> cancelLoad());
    walk();
    return result;
  }

  /** A loop, not recursion, so that immediately available pages do not overflow the stack. */
  private void walk() {
    try {
      while (!result.isDone()) {
        CompletableFuture<? extends Page<T>> page = load.apply(tokens.next());
        loading = page;
        if (result.isDone()) {
          cancelLoad();
          return;
        }
        if (!page.isDone()) {
          page.whenComplete(this::arrived);
          return;
        }
        take(page.join());
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void fail(Throwable thrown) {
    Throwable cause = causeOf(thrown);
    result.completeExceptionally(cause);
    UncaughtErrors.handle(cause);
  }

  private static Throwable causeOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  private void arrived(@Nullable Page<T> page, @Nullable Throwable failure) {
    if (page == null) {
      result.completeExceptionally(
          failure != null
              ? causeOf(failure)
              : new NullPointerException("The listing returned null."));
      return;
    }
    try {
      take(page);
    } catch (Throwable e) {
      fail(e);
    }
    walk();
  }

  private void take(Page<T> page) {
    tokens.arrived(page.pageToken());
    if (!goOn.test(page) || tokens.isAtEnd()) {
      result.complete(null);
    }
  }

  private void cancelLoad() {
    CompletableFuture<? extends Page<T>> underWay = loading;
    if (underWay != null) {
      underWay.cancel(true);
    }
  }
}
