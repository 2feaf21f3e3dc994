package org.xinheng.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an actor must be allowed to do to reach an endpoint: any one of the permissions named. On a controller it holds for
 * all its endpoints, on a method it replaces the controller's. An endpoint without this and without {@link OpenToAll} is
 * refused to everybody and breaks the build.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    Permission[] value();
}
