package io.github.extendclient.webhook;

import org.jspecify.annotations.Nullable;

/** Where the payload of an event stands that is delivered without it. */
record SignedAddress(String url, @Nullable String resourceId) {}
