package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;
import java.util.function.Function;

/** The libraries that are compared. */
public enum Libraries {
  /** The adapters of the generated client of this project. */
  OURS(MoshiCodec::ours),
  /** The lower bound: Moshi skips the bytes. */
  SKIP_VALUE(document -> new SkippingCodec()),
  /** Jackson databind on plain classes. */
  JACKSON_PLAIN(JacksonCodec::new),
  /** The adapters that avaje-jsonb generates for the same plain classes: the practical limit. */
  AVAJE_PLAIN(AvajeCodec::new),
  /** Moshi's adapters by reflection on the same plain classes. */
  MOSHI_REFLECTION(MoshiCodec::byReflection),
  /** The stock generator's {@code retrofit2} with Gson. */
  RETROFIT2_GSON(GsonReaderCodec::new),
  /** The stock generator's {@code native} with Jackson. */
  NATIVE_JACKSON(NativeCodec::new),
  /** The stock generator's {@code okhttp-gson}. */
  OKHTTP_GSON(OkHttpGsonCodec::new);

  private final Function<Document, Codec> maker;

  Libraries(Function<Document, Codec> maker) {
    this.maker = maker;
  }

  /** Whether the library is measured in more than one JVM. */
  public boolean isClose() {
    return this == OURS || this == JACKSON_PLAIN || this == AVAJE_PLAIN;
  }

  /** Whether it is the output of a stock generator. */
  public boolean isStock() {
    return compareTo(RETROFIT2_GSON) >= 0;
  }

  /** Returns the codec for documents of this kind. */
  public Codec codecFor(Document document) {
    return maker.apply(document);
  }
}
