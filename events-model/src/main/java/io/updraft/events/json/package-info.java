/** The form of envelopes on the wire: UTF-8 JSON with snake_case names. */
@NullMarked
package io.updraft.events.json;

import org.jspecify.annotations.NullMarked;
