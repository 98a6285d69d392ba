package io.github.extendclient.cli.shell;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Makes progress bars, which show rate and remaining time. */
public final class Bars {
  private static final int UPDATE_MILLIS = 200;

  private Bars() {}

  /**
   * Begins a bar.
   *
   * @param consumer draws it; null for standard error
   * @param task a word
   * @param total negative if it is not known
   */
  public static ProgressBar begin(@Nullable ProgressBarConsumer consumer, String task, long total) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .showSpeed();
    if (consumer != null) {
      builder.setConsumer(consumer);
    }
    return builder.build();
  }
}
