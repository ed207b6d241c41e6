# http.HTTPStatus and HTTPMethod.
from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    print(status.value, status.name, status.phrase, status.is_success, status.is_client_error)
print(repr(HTTPStatus.OK), str(HTTPStatus.NOT_FOUND), f'{HTTPStatus.OK} {HTTPStatus.OK:>5}', HTTPStatus(503), HTTPStatus['GONE'])
print(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY is HTTPStatus(422), HTTPStatus.OK == 200)
print(list(HTTPMethod), repr(HTTPMethod.GET), str(HTTPMethod.POST), HTTPMethod.GET == 'GET')
try:
    HTTPStatus(299)
except ValueError as e:
    print(e)
