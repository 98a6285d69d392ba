package io.github.extendclient.examples.flink;

import io.github.extendclient.ExtendClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * Parses the documents of a list with Apache Flink: one run for each document and one line of JSON
 * for each result, also if a TaskManager fails.
 */
public final class ParseJob {
  private static final Duration GRACE_PERIOD = Duration.ofSeconds(60);
  private static final double REQUESTS_PER_SECOND = 8;

  /** Flink copies and sends models by Java serialization, which all of them support. */
  private static final String MODELS =
      "{io.github.extendclient.v20260209.model.ParseRun: {type: kryo, kryo-type: registered, class:"
          + " org.apache.flink.api.java.typeutils.runtime.kryo.JavaSerializer}}";

  private ParseJob() {}

  /**
   * Runs the job, with the key in {@code EXTEND_API_KEY} on each TaskManager.
   *
   * @param args a file with the path of a document in each line, which all TaskManagers can read; a
   *     folder for the results; the name of the batch
   * @throws Exception if the job fails
   */
  public static void main(String... args) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings(Duration.ofSeconds(10)));
    ParseDocuments function =
        new ParseDocuments(ExtendClient::builder, args[2], REQUESTS_PER_SECOND, GRACE_PERIOD);
    define(environment, Path.of(args[0]), Path.of(args[1]), function);
    environment.execute("Parse " + args[2]);
  }

  static Configuration settings(Duration betweenCheckpoints) {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, betweenCheckpoints);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    settings.set(PipelineOptions.SERIALIZATION_CONFIG, List.of(MODELS));
    return settings;
  }

  /**
   * Defines the job.
   *
   * @param list a file with the path of a document in each line
   * @param results a folder; its files that do not begin with a dot are complete
   */
  static void define(
      StreamExecutionEnvironment environment, Path list, Path results, ParseDocuments function) {
    // region pipeline
    FileSource<String> source =
        FileSource.forRecordStreamFormat(new TextLineInputFormat(), flinkPath(list)).build();
    DataStream<String> documents =
        environment
            .fromSource(source, WatermarkStrategy.noWatermarks(), "documents")
            .setParallelism(1)
            .rebalance();
    AsyncDataStream.unorderedWait(documents, function, 2, TimeUnit.HOURS, 16)
        .name("parse")
        .rebalance()
        .map(Parsed::line)
        .name("line")
        .sinkTo(
            FileSink.forRowFormat(flinkPath(results), new SimpleStringEncoder<String>("UTF-8"))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build())
        .name("results");
    // endregion
  }

  private static org.apache.flink.core.fs.Path flinkPath(Path path) {
    return new org.apache.flink.core.fs.Path(path.toUri());
  }
}
