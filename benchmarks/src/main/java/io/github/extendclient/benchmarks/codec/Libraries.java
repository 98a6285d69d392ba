package io.github.extendclient.benchmarks.codec;

import io.github.extendclient.benchmarks.document.Document;
import java.util.function.Function;

/** What is measured against what. */
public enum Libraries {
  /** The adapters of the generated client of this project. */
  OURS(MoshiCodec::ours),
  /** The floor. */
  SKIP_VALUE(document -> new SkippingCodec()),
  /** Jackson databind on plain classes. */
  JACKSON_PLAIN(document -> new JacksonCodec()),
  /** Moshi's adapters by reflection on the same plain classes. */
  MOSHI_REFLECTION(document -> MoshiCodec.byReflection()),
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

  /** Whether it is meant for such documents at all. */
  public boolean knows(Document document) {
    return document.name().startsWith("PARSE")
        || (this != JACKSON_PLAIN && this != MOSHI_REFLECTION);
  }

  /** Whether it is the output of a stock generator. */
  public boolean isStock() {
    return compareTo(RETROFIT2_GSON) >= 0;
  }

  /** For documents of this kind. */
  public Codec codecFor(Document document) {
    return maker.apply(document);
  }
}
