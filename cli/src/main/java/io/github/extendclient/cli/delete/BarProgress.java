package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.Bars;
import io.github.extendclient.deletion.DeletionProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** A bar with counts, rate and the time that is left, for terminals. */
final class BarProgress implements ProgressView {
  private final ProgressBar bar;

  /** With the number of all IDs; negative if it is not known. */
  BarProgress(@Nullable ProgressBarConsumer consumer, long total) {
    this.bar = Bars.begin(consumer, "Deleting", total);
  }

  @Override
  public void show(DeletionProgress progress) {
    bar.stepTo(progress.total());
    bar.setExtraMessage(" " + Counts.text(progress));
  }

  @Override
  public void close() {
    bar.close();
  }
}
