package io.github.extendclient.webhook;

import org.jspecify.annotations.Nullable;

/** The signed URL of a payload that its delivery does not contain. */
record SignedAddress(String url, @Nullable String resourceId) {}
