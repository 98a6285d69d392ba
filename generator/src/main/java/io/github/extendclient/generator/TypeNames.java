package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that templates refer to: from simple name to the name in the file. */
final class TypeNames extends AbstractMap<String, String> {
  private static final Map<String, String> QUALIFIED =
      Stream.of(
              "com.squareup.moshi.JsonAdapter",
              "com.squareup.moshi.JsonReader",
              "com.squareup.moshi.JsonWriter",
              "com.squareup.moshi.Moshi",
              "java.io.IOException",
              "java.io.InputStream",
              "java.lang.AssertionError",
              "java.lang.Class",
              "java.lang.Integer",
              "java.lang.Object",
              "java.lang.Override",
              "java.lang.String",
              "java.lang.SuppressWarnings",
              "java.lang.annotation.Annotation",
              "java.lang.reflect.Type",
              "java.util.HashMap",
              "java.util.List",
              "java.util.Map",
              "java.util.Set",
              "org.jspecify.annotations.Nullable",
              RUNTIME + "ApiFactory",
              RUNTIME + "ApiVersion",
              INTERNAL + "Copies",
              RUNTIME + "DateTime",
              INTERNAL + "DocumentAdapter",
              INTERNAL + "JsonAdapters",
              RUNTIME + "JsonDocument",
              INTERNAL + "JsonDocuments",
              RUNTIME + "JsonValue",
              INTERNAL + "MemberTraits",
              INTERNAL + "ModelBuilder",
              INTERNAL + "ModelText",
              INTERNAL + "ObjectAdapter",
              RUNTIME + "OpenEnum",
              INTERNAL + "OpenEnumAdapter",
              RUNTIME + "OpenIntegerEnum",
              INTERNAL + "OpenIntegerEnumAdapter",
              INTERNAL + "OptionalParameters",
              INTERNAL + "PlainCreator",
              RUNTIME + "RunState",
              RUNTIME + "UnknownMember")
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.substring(name.lastIndexOf('.') + 1), name -> name));

  private final Imports imports;

  TypeNames(Imports imports) {
    this.imports = imports;
  }

  @Override
  public boolean containsKey(Object name) {
    return QUALIFIED.containsKey(name);
  }

  @Override
  public String get(Object name) {
    return imports.use(QUALIFIED.get(name));
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return QUALIFIED.entrySet();
  }
}
