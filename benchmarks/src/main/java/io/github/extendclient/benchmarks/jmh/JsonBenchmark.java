package io.github.extendclient.benchmarks.jmh;

import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import io.github.extendclient.benchmarks.document.Document;
import io.github.extendclient.benchmarks.document.DocumentFiles;
import io.github.extendclient.benchmarks.document.TagPlace;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time and memory of decoding and encoding, one document with one library in each JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
  @Param public Libraries library = Libraries.OURS;
  @Param public Document document = Document.PARSE_20_KB;
  @Param public TagPlace tags = TagPlace.FIRST;
  @Param public Body body = Body.BUFFERED;

  private Buffer bytes = new Buffer();
  private Codec codec = Libraries.OURS.codecFor(Document.PARSE_20_KB);
  private Object value = "";

  @Setup
  public void read() throws IOException {
    bytes = new Buffer().write(DocumentFiles.read(document, tags));
    codec = library.codecFor(document);
    value = codec.decode(body.open(bytes));
  }

  @Benchmark
  public Object decode() throws IOException {
    return codec.decode(body.open(bytes));
  }

  @Benchmark
  public long encode() throws IOException {
    Buffer target = new Buffer();
    codec.encode(value, target);
    long size = target.size();
    target.clear();
    return size;
  }
}
