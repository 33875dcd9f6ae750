package io.updraft.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The NATS subject of an event, {@code {source}.{type}}. Written out in full at each record, so
 * that what is seen on the wire is found in the code by searching for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PublishedAs {
  String value();
}
