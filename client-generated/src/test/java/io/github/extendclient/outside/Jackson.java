package io.github.extendclient.outside;

import java.util.LinkedHashMap;
import java.util.Map;

/** The versions of Jackson, each without configuration. */
enum Jackson {
  V2 {
    private static final com.fasterxml.jackson.databind.json.JsonMapper MAPPER =
        com.fasterxml.jackson.databind.json.JsonMapper.builder().build();

    @Override
    String write(Object value) throws Exception {
      return MAPPER.writeValueAsString(value);
    }

    @Override
    <T> T read(String json, Class<T> type) throws Exception {
      return MAPPER.readValue(json, type);
    }

    @Override
    String tree(Object value) {
      return MAPPER.valueToTree(value).toString();
    }

    @Override
    <T> T convert(Object value, Class<T> type) {
      return MAPPER.convertValue(value, type);
    }
  },
  V3 {
    private static final tools.jackson.databind.json.JsonMapper MAPPER =
        tools.jackson.databind.json.JsonMapper.builder().build();

    @Override
    String write(Object value) {
      return MAPPER.writeValueAsString(value);
    }

    @Override
    <T> T read(String json, Class<T> type) {
      return MAPPER.readValue(json, type);
    }

    @Override
    String tree(Object value) {
      return MAPPER.valueToTree(value).toString();
    }

    @Override
    <T> T convert(Object value, Class<T> type) {
      return MAPPER.convertValue(value, type);
    }
  };

  abstract String write(Object value) throws Exception;

  abstract <T> T read(String json, Class<T> type) throws Exception;

  /** The text of the tree of a value. */
  abstract String tree(Object value);

  abstract <T> T convert(Object value, Class<T> type);

  Map<String, Object> toMap(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<?, ?> converted = convert(value, Map.class);
    converted.forEach((name, property) -> map.put((String) name, property));
    return map;
  }
}
