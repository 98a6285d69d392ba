package io.github.extendclient.webhook;

import org.jspecify.annotations.Nullable;

/** The signed URL of a payload that is not in its delivery. */
record PayloadUrl(String url, @Nullable String resourceId) {}
