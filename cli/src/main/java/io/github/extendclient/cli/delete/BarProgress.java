package io.github.extendclient.cli.delete;

import io.github.extendclient.deletion.DeletionProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with counts, rate and the time that is left, for terminals. */
final class BarProgress implements ProgressView {
  private static final int UPDATE_MILLIS = 200;

  private final ProgressBar bar;

  /** With the number of all IDs; negative if it is not known. */
  BarProgress(@Nullable ProgressBarConsumer consumer, long total) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("Deleting")
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .showSpeed();
    if (consumer != null) {
      builder.setConsumer(consumer);
    }
    this.bar = builder.build();
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
